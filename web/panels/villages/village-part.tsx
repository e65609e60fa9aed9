/** What is said of one of the villages that another is split into, and what of the whole is left over? */
import type { ReadingArea } from '../../../core/coordinates/parse.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import type { NewVillageDraft } from '../../state/new-village.ts'
import { countLeftOf, type SplitDraft } from '../../state/split-draft.ts'
import { SelectField, TextField } from './fields.tsx'
import { PositionField } from './position-field.tsx'
import { useKindChoices } from './use-choices.ts'
import { useFieldProblems } from './use-field-problems.ts'
import type { Saving } from './use-saving.ts'

interface VillagePartProps {
  /** From 1. */
  readonly number: number
  readonly part: NewVillageDraft
  readonly area: ReadingArea
  readonly problems: Readonly<Partial<Record<string, string>>>
  readonly saving: Saving
  /** The map moves this one. */
  readonly is_active: boolean
  readonly can_remove: boolean
  readonly onActivate: () => void
  readonly onChange: (change: Partial<NewVillageDraft>) => void
  readonly onRemove: () => void
}

export function VillagePart(props: VillagePartProps) {
  const { number, part, area, problems, saving, is_active, can_remove, onActivate, onChange, onRemove } =
    props
  const { p } = usePartWords('villages')
  const ofThis = useFieldProblems({ problems, saving, part: number - 1 })
  const toProblem = (field: string) => (isOfAnother(saving, part) ? null : ofThis(field))
  return (
    <fieldset className={is_active ? 'edit-part edit-part-active' : 'edit-part'} onFocus={onActivate}>
      <legend>{p('split.part', { n: number })}</legend>
      <TextField
        label={p('fields.name')}
        value={part.name}
        maxLength={200}
        problem={toProblem('name')}
        onChange={(name) => onChange({ name })}
      />
      <TextField
        label={p('fields.code')}
        value={part.code}
        maxLength={40}
        problem={toProblem('code')}
        onChange={(code) => onChange({ code })}
      />
      <SelectField
        label={p('fields.kind')}
        value={part.kind}
        choices={useKindChoices()}
        onChange={(kind) => onChange({ kind })}
      />
      <PositionField
        area={area}
        value={part.position}
        problem={toProblem('position')}
        {...(is_active ? { hint: p('split.position_hint') } : {})}
        onChange={(position) => onChange({ position })}
      />
      {(['households', 'population'] as const).map((field) => (
        <TextField
          key={field}
          label={p(`fields.${field}`)}
          inputMode="numeric"
          value={part[field]}
          problem={toProblem(field)}
          onChange={(value) => onChange({ [field]: value })}
        />
      ))}
      <div className="edit-row">
        <button type="button" className="text-button" aria-pressed={is_active} onClick={onActivate}>
          {p(is_active ? 'split.placing' : 'split.place')}
        </button>
        {can_remove && (
          <button type="button" className="text-button" onClick={onRemove}>
            {p('split.remove')}
          </button>
        )}
      </div>
    </fieldset>
  )
}

/** A code or a place that was refused says by its value whose it is. */
function isOfAnother(saving: Saving, part: NewVillageDraft): boolean {
  if (saving.status !== 'refused') return false
  const { code, params } = saving.problem
  return code === 'code_taken' && typeof params['value'] === 'string' && params['value'] !== part.code.trim()
}

/** Nothing says that a split must leave nobody out, so it is told and not refused. */
export function SharesLeft({ draft }: { readonly draft: SplitDraft }) {
  const { p, formats } = usePartWords('villages')
  return (
    <div role="status">
      {(['households', 'population'] as const).map((field) => {
        const left = countLeftOf(field, draft)
        if (left === null) return null
        const kind = left > 0 ? 'left' : left < 0 ? 'over' : 'even'
        return (
          <p key={field} className={kind === 'even' ? 'edit-note' : 'edit-note edit-wrong'}>
            {p(`split.${kind}.${field}`, { n: formats.integer(Math.abs(left)) })}
          </p>
        )
      })}
    </div>
  )
}
