/** What is not sent yet, one by one: how far it is, what stands in its way, and what its author can do. */
import './outbox.css'
import { useState } from 'react'
import type { KeptProblem, UnsentFile, UnsentReport } from '../../outbox/outbox-database.ts'
import { dropUnsent, markUnsent } from '../../outbox/outbox.ts'
import { send } from '../../outbox/follow-outbox.ts'
import { useOutbox } from '../../outbox/outbox-view.ts'
import { toRemedies } from '../../outbox/unsent.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { toMoment } from '../../i18n/moment.ts'
import { changeAssigned } from '../assigned/change-assigned.ts'
import { keepDraft } from '../../state/drafts.ts'
import { useFileProblemText } from '../proofs/use-file-problem-text.ts'
import { useUnsentWords } from './use-unsent-words.ts'

export function UnsentPanel() {
  const { p, what } = useUnsentWords()
  const { p: a } = usePartWords('assigned')
  const { reports, files } = useOutbox()
  if (what === null) return null
  return (
    <section className="unsent" aria-label={p('title')}>
      <p role="status">
        <strong>{p('count', { what })}</strong> <Standing />
      </p>
      <details open>
        <summary>{p('list')}</summary>
        <ul>
          {reports.map((report) => (
            <Item
              key={report.key}
              kind="reports"
              item={report}
              label={p('report', { move: a(`moves.${report.step.move}`), name: report.name })}
            />
          ))}
          {files.map((file) => (
            <Item
              key={file.key}
              kind="files"
              item={file}
              label={p('file', { file: file.file_name, name: file.name })}
            />
          ))}
        </ul>
      </details>
      <button type="button" className="plain-button" onClick={() => void send()}>
        {p('send_now')}
      </button>
    </section>
  )
}

function Standing() {
  const { p } = useUnsentWords()
  const { sending, hindrance, reports, files } = useOutbox()
  const hasProblem = [...reports, ...files].some(({ problem }) => problem !== null)
  if (sending !== null) return p('waiting.sending')
  if (hindrance !== null) return p(`waiting.${hindrance}`)
  return hasProblem ? p('waiting.problem') : null
}

interface ItemProps {
  readonly kind: 'reports' | 'files'
  readonly item: UnsentReport | Omit<UnsentFile, 'content'>
  readonly label: string
}

function Item({ kind, item, label }: ItemProps) {
  const { p } = useUnsentWords()
  return (
    <li>
      <p>
        {label} <span className="soft">{p('written', { when: toMoment(item.written_at) })}</span>
      </p>
      {item.problem === null ? <Progress item={item} /> : <Problem problem={item.problem} />}
      <div className="edit-toolbar">
        <button
          type="button"
          className="text-button"
          aria-label={p('look_of', { name: item.name })}
          onClick={() => changeAssigned({ opened_id: item.assignment_id })}
        >
          {p('look')}
        </button>
        {item.problem !== null && <Remedies item={item} problem={item.problem} />}
        <Discard label={label} onDiscard={() => void dropUnsent(kind, item.key)} />
      </div>
    </li>
  )
}

function Progress({ item }: Pick<ItemProps, 'item'>) {
  const { p, formats } = useUnsentWords()
  const sending = useOutbox((state) => state.sending)
  if (sending?.key !== item.key) return <p className="soft">{p('waits')}</p>
  if (!('size' in item) || item.size === 0) return <p className="soft">{p('waiting.sending')}</p>
  const share = Math.min(1, sending.sent_bytes / item.size)
  return (
    <p className="soft">
      <progress max={1} value={share} aria-label={item.file_name} />{' '}
      {p('sent_part', { share: formats.shortPercent(Math.floor(share * 100)) })}
    </p>
  )
}

const ownTexts = ['version_conflict', 'move_not_open', 'key_taken'] as const

function Problem({ problem }: { readonly problem: KeptProblem }) {
  const { p } = useUnsentWords()
  const toText = useFileProblemText()
  const own = ownTexts.find((code) => code === problem.code)
  return <p className="unsent-problem">{own === undefined ? toText(problem) : p(`problems.${own}`)}</p>
}

function Remedies({ item, problem }: Pick<ItemProps, 'item'> & { readonly problem: KeptProblem }) {
  const { p } = useUnsentWords()
  if ('step' in item) {
    return toRemedies('report', problem).includes('change') ? (
      <button type="button" className="text-button" onClick={() => takeUp(item)}>
        {p('change')}
      </button>
    ) : null
  }
  const sendAgain = () => void markUnsent('files', item.key, null).then(send)
  return toRemedies('file', problem).includes('send again') ? (
    <button type="button" className="text-button" onClick={sendAgain}>
      {p('send_again')}
    </button>
  ) : null
}

/** Into its form as it was typed; it lies here until it is saved there. */
function takeUp(report: UnsentReport): void {
  keepDraft(`assignment:${report.assignment_id}:${report.step.move}`, report.draft)
  useOutbox.setState(({ turn }) => ({ changing: report, turn: turn + 1 }))
  changeAssigned({ opened_id: report.assignment_id })
}

/** By two presses: it cannot be brought back. */
function Discard({ label, onDiscard }: { readonly label: string; readonly onDiscard: () => void }) {
  const { p } = useUnsentWords()
  const [isAsked, setAsked] = useState(false)
  if (!isAsked) {
    return (
      <button
        type="button"
        className="text-button"
        aria-label={p('discard_of', { what: label })}
        onClick={() => setAsked(true)}
      >
        {p('discard')}
      </button>
    )
  }
  return (
    <span role="alert">
      {p('discard_sure')}{' '}
      <button type="button" className="text-button" onClick={onDiscard}>
        {p('discard_yes')}
      </button>{' '}
      <button type="button" className="text-button" onClick={() => setAsked(false)}>
        {p('discard_no')}
      </button>
    </span>
  )
}
