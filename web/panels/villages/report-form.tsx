/** What does an UBND report of a service at its village, and what became of its reports? The Sở decides. */
import { useEffect, useState } from 'react'
import type { ProposalRecord } from '../../../core/api/proposals.ts'
import type { VillageRecord } from '../../../core/api/records.ts'
import { services, statementStates } from '../../../core/coverage/states.ts'
import { call } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'
import { TextField } from './fields.tsx'
import { FormFrame, Refusal } from './form-frame.tsx'
import {
  emptyStatement,
  StatementFields,
  toStatementFields,
  type SentStatement,
  type StatementProblems,
} from './statement-fields.tsx'
import { useDraft } from './use-draft.ts'
import { useSaving } from './use-saving.ts'

interface ReportFormProps {
  readonly village: VillageRecord
  readonly onDone: (result: 'saved' | 'given up') => void
}

export function ReportForm({ village, onDone }: ReportFormProps) {
  const { p } = usePartWords('villages')
  const { draft, change, drop, was_found } = useDraft(`report:${village.id}`, emptyStatement)
  const [problems, setProblems] = useState<StatementProblems>({})
  const { saving, run } = useSaving()
  const save = async () => {
    const read = toStatementFields(draft)
    setProblems(read.problems)
    if (read.fields === null) return
    const { fields } = read
    const isSent = await run(async () => {
      const reason = draft.note.trim() === '' ? {} : { reason: draft.note.trim() }
      await call('proposeStatement', { params: { id: village.id }, body: { ...fields, ...reason } })
    })
    if (!isSent) return
    drop()
    onDone('saved')
  }
  return (
    <FormFrame
      title={p('report.title', { name: village.name })}
      save_label={p('report.save')}
      saving={saving}
      draft={{ was_found, drop }}
      onSave={() => void save()}
      onCancel={() => {
        drop()
        onDone('given up')
      }}
    >
      <p className="note">{p('report.text')}</p>
      <StatementFields draft={draft} problems={problems} states={statementStates} onChange={change} />
      <TextField
        label={p('fields.note')}
        maxLength={500}
        value={draft.note}
        onChange={(note) => change({ note })}
      />
    </FormFrame>
  )
}

/** @param read_count another one reads the list again */
export function OwnReports({ id, read_count }: { readonly id: number; readonly read_count: number }) {
  const { p } = usePartWords('villages')
  const [reports, setReports] = useState<readonly ProposalRecord[]>([])
  const [withdrawals, setWithdrawals] = useState(0)
  const { saving, run } = useSaving()
  useEffect(() => {
    const stop = new AbortController()
    call('listProposals', { query: { village_id: id }, signal: stop.signal }).then(
      ({ proposals }) => setReports(proposals),
      () => undefined,
    )
    return () => stop.abort()
  }, [id, read_count, withdrawals])
  return (
    <section>
      <h3>{p('report.own')}</h3>
      {reports.length === 0 && <p className="soft">{p('report.none')}</p>}
      <ul className="edit-list">
        {reports.map((report) => (
          <ReportItem
            key={report.id}
            report={report}
            onWithdraw={() =>
              void run(async () => {
                await call('decideProposal', { params: { id: report.id }, body: { decision: 'withdraw' } })
                setWithdrawals(withdrawals + 1)
              })
            }
          />
        ))}
      </ul>
      {saving.status === 'refused' && <Refusal problem={saving.problem} />}
    </section>
  )
}

interface ReportItemProps {
  readonly report: ProposalRecord
  readonly onWithdraw: () => void
}

function ReportItem({ report, onWithdraw }: ReportItemProps) {
  const { t, p, formats } = usePartWords('villages')
  const carriers = useApp((state) => state.province?.carriers)
  // The contract leaves what is proposed open, since sites and statements differ; here it is a statement.
  const changes = report.changes as unknown as SentStatement
  const service = services.find((known) => known === changes.service) ?? 'fibre'
  return (
    <li>
      <p>
        {p('report.what', {
          service: t(`services.${service}.name`),
          carrier: carriers?.find(({ code }) => code === changes.carrier_code)?.name ?? changes.carrier_code,
          state: t(`states.${changes.state}`),
          day: formats.date(changes.observed_on),
        })}
      </p>
      <p className="soft">
        {p(`report.states.${report.state}`)}
        {report.decision_reason !== null && ` · ${p('report.why', { reason: report.decision_reason })}`}
      </p>
      {report.state === 'pending' && (
        <button type="button" className="text-button" onClick={onWithdraw}>
          {p('report.withdraw')}
        </button>
      )}
    </li>
  )
}
