/** Which statements stand for the village, who entered each, and how is one withdrawn that was wrong? */
import { useState } from 'react'
import type { AuditRecord } from '../../../core/api/audit.ts'
import type { VillageRecord } from '../../../core/api/records.ts'
import { call } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { toMoment } from '../../i18n/moment.ts'
import { useApp } from '../../state/store.ts'
import { Refusal } from './form-frame.tsx'
import { showSaved } from './show-saved.ts'
import { useSaving } from './use-saving.ts'

type Statement = VillageRecord['statements'][number]

export function StatementList({ village }: { readonly village: VillageRecord }) {
  const { p } = usePartWords('villages')
  const latest = village.statements.toSorted((a, b) => (a.observed_on < b.observed_on ? 1 : -1))
  return (
    <section className="edit-form" aria-label={p('statement.list_title')}>
      <h3>{p('statement.list_title')}</h3>
      {latest.length === 0 && <p className="soft">{p('statement.none')}</p>}
      <ul className="edit-list">
        {latest.map((statement) => (
          <StatementItem
            key={statement.id}
            statement={statement}
            can_withdraw={village.may.includes('add_statement')}
          />
        ))}
      </ul>
    </section>
  )
}

interface StatementItemProps {
  readonly statement: Statement
  readonly can_withdraw: boolean
}

function StatementItem({ statement, can_withdraw }: StatementItemProps) {
  const { t, p, formats } = usePartWords('villages')
  const province = useApp((state) => state.province)
  /** Undefined until asked; null where it came with the data set. */
  const [entry, setEntry] = useState<AuditRecord | null | undefined>(undefined)
  const { saving, run } = useSaving()
  const carrier = province?.carriers.find(({ code }) => code === statement.carrier_code)
  const source = province?.sources.find(({ code }) => code === statement.source_code)
  return (
    <li>
      <p>
        <strong>{t(`services.${statement.service}.short`)}</strong> {carrier?.name ?? statement.carrier_code}:{' '}
        {t(`states.${statement.state}`)}
        {statement.holds && <span className="chip">{p('statement.holds')}</span>}
      </p>
      <p className="soft">
        {t(`bases.${statement.basis}`)} · {formats.date(statement.observed_on)}
        {source !== undefined && ` · ${source.title}`}
        {statement.note !== null && ` · ${statement.note}`}
      </p>
      {entry === undefined && (
        <button type="button" className="text-button" onClick={() => void run(lookUp)}>
          {p('statement.who')}
        </button>
      )}
      {entry === null && <p className="soft">{p('statement.loaded')}</p>}
      {entry != null && (
        <p className="edit-row">
          {p('statement.entered_by', {
            who: entry.actor_name ?? entry.actor,
            when: toMoment(entry.at),
          })}
          {can_withdraw && (
            <button type="button" className="text-button" onClick={() => void run(() => withdraw(entry.id))}>
              {p('statement.withdraw')}
            </button>
          )}
        </p>
      )}
      {saving.status === 'refused' && <Refusal problem={saving.problem} />}
    </li>
  )

  async function lookUp(): Promise<void> {
    const query = { noun: 'village_services', noun_id: String(statement.id), limit: 1 } as const
    const { entries } = await call('listAudit', { query })
    setEntry(entries[0] ?? null)
  }

  async function withdraw(id: number): Promise<void> {
    await call('restoreEntry', { params: { id }, body: { side: 'before' } })
    await showSaved()
  }
}
