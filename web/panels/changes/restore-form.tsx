/** Put it back as it was before this change? With a reason, and what has to be confirmed said first. */
import { useState } from 'react'
import type { AuditRecord } from '../../../core/api/audit.ts'
import type { SiteWarning } from '../../../core/inventory/site-fields.ts'
import { ApiProblem, call } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useProblemText } from '../../hooks/use-problem-text.ts'
import { useApp } from '../../state/store.ts'
import { Field } from '../accounts/field.tsx'

interface RestoreFormProps {
  readonly entry: AuditRecord
  readonly name: string
  readonly onDone: () => void
}

export function RestoreForm({ entry, name, onDone }: RestoreFormProps) {
  const { p } = usePartWords('accounts')
  const toProblemText = useProblemText()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const warnings = problem?.code === 'confirmation_required' ? toWarnings(problem) : []
  return (
    <form
      className="form"
      aria-label={p('changes.restore_title', { name })}
      onSubmit={(event) => {
        event.preventDefault()
        void restore()
      }}
    >
      <p>{p('changes.restore_text')}</p>
      <Field label={p('changes.restore_reason')}>
        {(ids) => (
          <input {...ids} value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
        )}
      </Field>
      {problem !== null && (
        <p className="form-problem" role="alert">
          {warnings.length > 0
            ? p('changes.confirm_needed', {
                warnings: warnings.map((warning) => p(`changes.warnings.${warning}`)).join('; '),
              })
            : toProblemText(problem)}
        </p>
      )}
      <button type="submit" className="main-button" disabled={isBusy}>
        {warnings.length > 0 ? p('changes.restore_anyway') : p('changes.restore_submit')}
      </button>
    </form>
  )

  async function restore(): Promise<void> {
    setIsBusy(true)
    try {
      const version = await findVersion(entry)
      await call('restoreEntry', {
        params: { id: entry.id },
        body: {
          side: 'before',
          ...(version === null ? {} : { version }),
          ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
          ...(warnings.length === 0 ? {} : { confirm: [...warnings] }),
        },
      })
      useApp.setState((state) => ({ refresh_count: state.refresh_count + 1 }))
      onDone()
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setProblem(error)
    } finally {
      setIsBusy(false)
    }
  }
}

function toWarnings({ params }: ApiProblem): readonly SiteWarning[] {
  return String(params['warnings'] ?? '')
    .split(',')
    .filter((warning) => warning !== '') as SiteWarning[]
}

/** Of the record as it is now: what has moved on since is not overwritten unseen. */
async function findVersion({ noun, noun_id }: AuditRecord): Promise<number | null> {
  const params = { id: Number(noun_id) }
  if (noun === 'sites') return (await call('getSite', { params })).version ?? null
  if (noun === 'villages') return (await call('getVillage', { params })).version
  return null
}
