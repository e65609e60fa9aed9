/** What would be written, and is it to be? Nothing is before; afterwards all of it can be taken back. */
import { useState } from 'react'
import type { ImportRecord } from '../../../core/api/imports.ts'
import { toMoment } from '../../i18n/moment.ts'
import { toWritten, type Written } from '../../state/import-steps.ts'
import { LongTextField } from '../assigned/step-fields.tsx'
import { start, SureButton } from './sure-button.tsx'
import { UndoPart } from './undo-part.tsx'
import type { ImportWork } from './use-import.ts'
import { useImportWords, type ImportWords } from './use-import-words.ts'

interface ApplyBarProps {
  readonly record: ImportRecord
  readonly work: ImportWork
  readonly is_busy: boolean
}

export function ApplyBar({ record, work, is_busy }: ApplyBarProps) {
  const { state, counts, applied_at } = record
  const { p } = useImportWords()
  if (counts === null || state === 'failed' || state === 'cancelled') return null
  return (
    <section className="import-apply" aria-label={p('apply.before')}>
      {state === 'applied' && (
        <p className="edit-saved" role="status">
          {p('apply.done', { when: applied_at === null ? '' : toMoment(applied_at) })}
        </p>
      )}
      {state === 'undone' && (
        <p className="edit-saved" role="status">
          {p('apply.undone')}
        </p>
      )}
      {state === 'proposed' && <ProposedNote record={record} />}
      {record.may.includes('apply') || record.may.includes('propose') ? (
        <Writing record={record} work={work} is_busy={is_busy} />
      ) : null}
      {record.may.includes('undo') && <UndoPart work={work} is_busy={is_busy} />}
    </section>
  )
}

function ProposedNote({ record: { may } }: Pick<ApplyBarProps, 'record'>) {
  const { p } = useImportWords()
  return <p role="status">{p(may.includes('apply') ? 'apply.proposed_staff' : 'apply.proposed')}</p>
}

function Writing({ record, work, is_busy }: ApplyBarProps) {
  const words = useImportWords()
  const { p } = words
  const written = toWritten(record)
  const what = toWhat(written, words)
  const left = toLeft(written, words)
  const isDisabled = is_busy || work.saving.status === 'saving'
  const isOutdated = work.saving.status === 'refused' && work.saving.problem.code === 'import_outdated'
  return (
    <>
      <p className="soft import-apply-note">
        {p('apply.before')} {left !== '' && p('apply.left_out', { what: left })}
      </p>
      <div className="edit-actions">
        {isOutdated && (
          <button
            type="button"
            className="main-button"
            disabled={isDisabled}
            onClick={() => void work.change({ accepted: acceptedOf(record) })}
          >
            {p('apply.compare_again')}
          </button>
        )}
        {written.total === 0 && <strong>{p('apply.nothing')}</strong>}
        {written.total > 0 && record.may.includes('apply') && (
          <SureButton
            look="main-button"
            label={p('apply.write', { what })}
            question={p('apply.sure', { what })}
            yes={p('apply.yes')}
            no={p('apply.no')}
            is_disabled={isDisabled}
            onYes={() => start(work.move('apply'))}
          />
        )}
        {written.total > 0 && record.may.includes('propose') && (
          <SureButton
            look="main-button"
            label={p('apply.propose')}
            question={p('apply.propose_sure', { what })}
            yes={p('apply.propose_yes')}
            no={p('apply.no')}
            is_disabled={isDisabled}
            onYes={() => start(work.move('propose'))}
          />
        )}
        {record.may.includes('return') && <ReturnPart work={work} is_disabled={isDisabled} />}
      </div>
    </>
  )
}

/** The same as it is: saying it again compares again. */
function acceptedOf({ conflicts }: ImportRecord) {
  return conflicts.filter(({ accepted }) => accepted).map(({ code }) => code)
}

interface ReturnPartProps {
  readonly work: ImportWork
  readonly is_disabled: boolean
}

function ReturnPart({ work, is_disabled }: ReturnPartProps) {
  const { p } = useImportWords()
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  return (
    <SureButton
      look="plain-button"
      label={p('apply.return')}
      question={`${p('apply.return')}?`}
      yes={p('apply.return')}
      no={p('apply.not_return')}
      is_disabled={is_disabled}
      onYes={() => {
        setMissing(reason.trim() === '')
        if (reason.trim() === '') return false
        void work.move('return', { reason: reason.trim() })
        return true
      }}
    >
      <LongTextField
        label={p('apply.return_reason')}
        problem={isMissing ? p('apply.return_missing') : null}
        value={reason}
        onChange={setReason}
      />
    </SureButton>
  )
}

function toWhat(written: Written, { p, formats }: ImportWords): string {
  return (['new', 'changed', 'accepted', 'retired'] as const)
    .filter((part) => written[part] > 0)
    .map((part) => p(`apply.${part}`, { n: formats.integer(written[part]) }))
    .join(', ')
}

function toLeft({ left }: Written, { p, formats }: ImportWords): string {
  return (['conflicting', 'asking', 'refused'] as const)
    .filter((part) => left[part] > 0)
    .map((part) => p(`apply.${part}`, { n: formats.integer(left[part]) }))
    .join(', ')
}
