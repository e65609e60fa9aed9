/** One proposal: what would change and why, and the decision of the Sở. */
import { useEffect, useRef, useState } from 'react'
import type { ProposalRecord } from '../../../core/api/proposals.ts'
import { type siteWarningNames, toAskedWarnings } from './asked-warnings.ts'
import { ApiProblem } from '../../api.ts'
import { decide } from '../../edit-site.ts'
import { narrowScreen, useMedia } from '../../hooks/use-media.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { toMoment } from '../../i18n/moment.ts'
import { useApp } from '../../state/store.ts'
import { Field } from '../villages/fields.tsx'
import { ChangeLines } from './change-lines.tsx'
import { MoveMap } from './move-map.tsx'

interface ProposalItemProps {
  readonly proposal: ProposalRecord
  readonly isChosen: boolean
  readonly mayDecide: boolean
  readonly onChoose: () => void
}

export function ProposalItem({ proposal, isChosen, mayDecide, onChoose }: ProposalItemProps) {
  const { p, formats } = usePartWords('editing')
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isChosen) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const { record_code, record_name, commune_name, distance_m, reason, decision_reason } = proposal
  return (
    <li ref={item} data-selected={isChosen}>
      <div>
        <button type="button" className="village-name" aria-pressed={isChosen} onClick={onChoose}>
          {record_code} · {record_name}
        </button>{' '}
        <span className="chip">{p(`proposals.states.${proposal.state}`)}</span>
      </div>
      <span className="soft">
        {commune_name} ·{' '}
        {p('proposals.by', { who: proposal.proposed_by, when: toMoment(proposal.proposed_at) })}
      </span>
      <HiddenMapMove proposal={proposal} />
      {distance_m !== null && <span>{p('history.moved', { distance: formats.distance(distance_m) })}</span>}
      <ChangeLines before={proposal.before} after={proposal.changes} fields={Object.keys(proposal.changes)} />
      {reason !== null && <p className="soft">{p('proposals.reason', { reason })}</p>}
      {decision_reason !== null && <p>{p('proposals.answer', { reason: decision_reason })}</p>}
      {proposal.state === 'pending' &&
        (mayDecide ? <Decision proposal={proposal} /> : <Withdrawal proposal={proposal} />)}
    </li>
  )
}

/** On a phone the list lies over the map: each move is then drawn with its proposal. */
function HiddenMapMove({ proposal }: Pick<ProposalItemProps, 'proposal'>) {
  const isNarrow = useMedia(narrowScreen)
  const { record_id, from, to, distance_m } = proposal
  if (!isNarrow || from === null || to === null || distance_m === null) return null
  return (
    <MoveMap site_id={record_id} from={[from.lng, from.lat]} to={[to.lng, to.lat]} moved_m={distance_m} />
  )
}

function Decision({ proposal }: { readonly proposal: ProposalRecord }) {
  const { p } = usePartWords('editing')
  const [reason, setReason] = useState('')
  const [isReturning, setReturning] = useState(false)
  const { asked, problem, send } = useDecision(proposal)
  return (
    <>
      {proposal.record_version !== proposal.base_version && (
        <p className="edit-warning">{p('proposals.moved')}</p>
      )}
      {asked.length > 0 && (
        <p className="edit-warning" role="alert">
          {p('proposals.confirm', { warnings: asked.map((name) => p(`confirm.${name}`)).join('; ') })}
        </p>
      )}
      <Refused problem={problem} />
      {isReturning && (
        <Field label={p('proposals.return_reason')} hint={p('proposals.return_needs')}>
          {(ids) => (
            <textarea
              {...ids}
              rows={2}
              maxLength={500}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
      )}
      <div className="edit-tools">
        <button
          type="button"
          className="main-button"
          onClick={() => void send({ decision: 'accept', confirm: [...asked] })}
        >
          {p(asked.length > 0 ? 'proposals.accept_anyway' : 'proposals.accept')}
        </button>
        <button
          type="button"
          className="plain-button"
          disabled={isReturning && reason.trim() === ''}
          onClick={() => {
            if (isReturning) void send({ decision: 'return', reason: reason.trim() })
            else setReturning(true)
          }}
        >
          {p('proposals.return')}
        </button>
        {proposal.noun === 'sites' && <OpenSite id={proposal.record_id} />}
      </div>
    </>
  )
}

function OpenSite({ id }: { readonly id: number }) {
  const { p } = usePartWords('editing')
  return (
    <button
      type="button"
      className="text-button"
      onClick={() => useApp.setState({ page: 'map', selection: { type: 'site', id } })}
    >
      {p('proposals.open')}
    </button>
  )
}

function Withdrawal({ proposal }: { readonly proposal: ProposalRecord }) {
  const { p } = usePartWords('editing')
  const { problem, send } = useDecision(proposal)
  return (
    <>
      <Refused problem={problem} />
      <div className="edit-tools">
        <button type="button" className="text-button" onClick={() => void send({ decision: 'withdraw' })}>
          {p('proposals.withdraw')}
        </button>
      </div>
    </>
  )
}

function Refused({ problem }: { readonly problem: ApiProblem | null }) {
  const { t, p } = usePartWords('editing')
  if (problem === null) return null
  return (
    <p className="edit-warning edit-refused" role="alert">
      {problem.code === 'version_conflict'
        ? p('proposals.refresh')
        : t(`errors.${problem.code}` as 'errors.internal', { ...problem.params })}
    </p>
  )
}

/** What the server asks to be confirmed comes back as a question, not as an error. */
function useDecision(proposal: ProposalRecord) {
  const [asked, setAsked] = useState<typeof siteWarningNames>([])
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const send = async (decision: Omit<Parameters<typeof decide>[1], 'record_version'>) => {
    try {
      await decide(proposal.id, { ...decision, record_version: proposal.record_version })
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      const isQuestion = error.code === 'confirmation_required'
      setAsked(isQuestion ? toAskedWarnings(error.params['warnings']) : [])
      setProblem(isQuestion ? null : error)
    }
  }
  return { asked, problem, send }
}
