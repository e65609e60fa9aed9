/** Under which name are the trial sites kept, and who may see them? */
import { useState, type FormEvent } from 'react'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { savePlan, usePlans } from '../../plans.ts'
import { useApp } from '../../state/store.ts'
import { SelectField, TextField } from '../villages/fields.tsx'

const longestName = 100

export function PlanForm() {
  const plan_id = useApp((state) => state.plan_id)
  const opened = usePlans(({ opened }) => (opened !== null && opened.id === plan_id ? opened : null))
  return <Form key={`${opened?.id} ${opened?.version}`} />
}

function Form() {
  const { p } = usePartWords('circles')
  const plan_id = useApp((state) => state.plan_id)
  const opened = usePlans(({ opened }) => (opened !== null && opened.id === plan_id ? opened : null))
  const hasSites = useApp((state) => state.trial.length > 0)
  const [name, setName] = useState(opened?.name ?? '')
  const [note, setNote] = useState(opened?.note ?? '')
  const [visibility, setVisibility] = useState(opened?.visibility ?? 'private')
  const [lacks, setLacks] = useState<'name_needed' | 'sites_needed' | null>(null)
  const isOwn = opened?.is_own === true
  const save = (as: 'new' | 'changes') => {
    const missing = name.trim() === '' ? 'name_needed' : hasSites ? null : 'sites_needed'
    setLacks(missing)
    if (missing === null) void savePlan({ name, note, visibility }, as === 'changes' ? opened : null)
  }
  return (
    <form
      className="form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        save(isOwn ? 'changes' : 'new')
      }}
    >
      <TextField
        label={p('plan.name')}
        value={name}
        maxLength={longestName}
        problem={lacks === 'name_needed' ? p('plan.name_needed') : null}
        onChange={setName}
      />
      <TextField label={p('plan.note')} value={note} maxLength={2000} onChange={setNote} />
      <SelectField
        label={p('plan.visibility')}
        value={visibility}
        choices={[
          { value: 'private', label: p('plan.private') },
          { value: 'shared', label: p('plan.shared') },
        ]}
        onChange={setVisibility}
      />
      {lacks === 'sites_needed' && (
        <p className="form-problem" role="alert">
          {p('plan.sites_needed')}
        </p>
      )}
      <div className="row-actions">
        <button type="submit" className="plain-button">
          {p(isOwn ? 'plan.save_changes' : 'plan.save')}
        </button>
        {isOwn && (
          <button type="button" className="text-button" onClick={() => save('new')}>
            {p('plan.save_new')}
          </button>
        )}
      </div>
    </form>
  )
}
