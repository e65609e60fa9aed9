/** How far is one file: being read, not readable, to be understood, to be asked about, to be looked at, written? */
import { useState } from 'react'
import type { ImportRecord } from '../../../core/api/imports.ts'
import { readProblem } from '../../api.ts'
import { toMoment } from '../../i18n/moment.ts'
import { toFirstTab, toLateFault, type ImportTab } from '../../state/import-steps.ts'
import { ListProblem } from '../list-problem.tsx'
import { Refusal } from '../villages/form-frame.tsx'
import { ApplyBar } from './apply-bar.tsx'
import { CancelButton } from './cancel-button.tsx'
import { ComparisonSection } from './comparison-section.tsx'
import { ImportFault } from './import-fault.tsx'
import { StateChip } from './import-list.tsx'
import { ImportProgress } from './import-progress.tsx'
import { MappingSection } from './mapping-section.tsx'
import { openImport } from './open-import.ts'
import { PreviewSection } from './preview-section.tsx'
import { QuestionsSection } from './questions-section.tsx'
import { isWorkedOn, useImport, type OpenedFile } from './use-import.ts'
import { useImportWords } from './use-import-words.ts'

export function OpenedImport({ id }: { readonly id: number }) {
  const { p } = useImportWords()
  const told = useImport(id)
  return (
    <>
      <div className="import-top">
        <button type="button" className="text-button" onClick={() => openImport(null)}>
          ← {p('opened.back')}
        </button>
        {told.status === 'ready' && told.opened.record.may.includes('cancel') && (
          <CancelButton work={told.opened.work} />
        )}
      </div>
      {told.status === 'loading' && (
        <span className="skeleton skeleton-block" role="status" aria-busy="true" aria-label={p('loading')} />
      )}
      {told.status === 'failed' && <ListProblem problem={told.problem} onRetry={told.retry} />}
      {told.status === 'ready' && <Opened {...told.opened} />}
    </>
  )
}

function Opened({ record, settled, work }: OpenedFile) {
  const isBusy = isWorkedOn(record)
  const refused = work.saving.status === 'refused' ? work.saving.problem : null
  // Which records were changed since, and what can be done about it, is told where it is undone.
  const late = toLateFault(record)
  const told = refused ?? (late === null ? null : readProblem(late, 500))
  const problem = told?.code === 'import_changed_since' ? null : told
  return (
    <>
      <Facts record={record} />
      <Standing record={record} />
      {isBusy && <ImportProgress record={record} is_again={settled !== null} />}
      {record.state === 'failed' && <ImportFault record={record} work={work} />}
      {problem !== null && <Refusal problem={problem} />}
      {settled !== null && settled.tables.length > 0 && (
        <Steps record={settled} work={work} is_busy={isBusy} />
      )}
    </>
  )
}

function Facts({ record }: { readonly record: ImportRecord }) {
  const words = useImportWords()
  const { p, nameSender, toSize, toNote } = words
  const { file_name, noun, sender, format, bytes, encoding, created_at, created_by, notes } = record
  const when = toMoment(created_at)
  const facts = [
    // What it is is known once it is read.
    format === null ? toSize(bytes) : p('opened.file', { format, size: toSize(bytes) }),
    ...(encoding === null ? [] : [p('opened.encoding', { encoding })]),
    created_by === null ? p('opened.sent', { when }) : p('opened.sent_by', { when, who: created_by }),
  ]
  return (
    <header className="import-facts">
      <h3>
        {file_name} <StateChip state={record.state} />
      </h3>
      <p>{p('opened.what', { noun: p(`nouns.${noun}`), sender: nameSender(sender) })}</p>
      <p className="soft">{facts.join(' · ')}</p>
      {notes.length > 0 && (
        <details className="import-notes">
          <summary>
            {p('opened.notes')} ({notes.length})
          </summary>
          <ul>
            {notes.map((note, index) => (
              <li key={index}>{toNote(note)}</li>
            ))}
          </ul>
        </details>
      )}
    </header>
  )
}

/** What people have decided of it so far. */
function Standing({ record: { state, reason } }: { readonly record: ImportRecord }) {
  const { p } = useImportWords()
  if (state === 'returned') {
    return (
      <p className="import-callout import-callout-gap">{p('apply.returned', { reason: reason ?? '–' })}</p>
    )
  }
  if (state === 'cancelled') return <p className="import-callout">{p('apply.cancelled')}</p>
  return null
}

interface StepsProps {
  readonly record: ImportRecord
  readonly work: OpenedFile['work']
  readonly is_busy: boolean
}

function Steps({ record, work, is_busy }: StepsProps) {
  const { p, formats } = useImportWords()
  const [chosen, setChosen] = useState<ImportTab | null>(null)
  const { question_count, earlier } = record
  const tabs: readonly ImportTab[] = [
    'columns',
    ...(question_count > 0 && record.may.includes('change') ? ['questions' as const] : []),
    ...(record.counts === null ? [] : ['preview' as const]),
    ...(earlier === null || record.counts === null ? [] : ['comparison' as const]),
  ]
  const wanted = chosen ?? toFirstTab(record)
  const tab = tabs.includes(wanted) ? wanted : (tabs.at(-1) ?? 'columns')
  const part = { record, work, is_busy }
  return (
    <>
      <nav className="import-steps" aria-label={p('opened.steps')}>
        {tabs.map((name) => (
          <button
            type="button"
            key={name}
            aria-current={name === tab ? 'step' : undefined}
            onClick={() => setChosen(name)}
          >
            {p(`opened.${name}`)}
            {name === 'questions' && <span className="import-number">{formats.integer(question_count)}</span>}
          </button>
        ))}
      </nav>
      {tab === 'columns' && <MappingSection key={record.version} {...part} />}
      {tab === 'questions' && <QuestionsSection {...part} />}
      {tab === 'preview' && <PreviewSection {...part} onAsk={() => setChosen('questions')} />}
      {tab === 'comparison' && <ComparisonSection record={record} />}
      <ApplyBar {...part} />
    </>
  )
}
