/** Who changed the village, when, from what to what? Each earlier state can be put back, as a new change. */
import { useEffect, useState } from 'react'
import type { AuditRecord } from '../../../core/api/audit.ts'
import type { VillageRecord } from '../../../core/api/records.ts'
import { call, type ApiProblem } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { toMoment } from '../../i18n/moment.ts'
import { useNamedValues } from './use-named-values.ts'
import { Refusal } from './form-frame.tsx'
import { showSaved } from './show-saved.ts'
import { useSaving } from './use-saving.ts'

type Entries =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly entries: readonly AuditRecord[]; readonly next: number | null }
  | { readonly status: 'failed'; readonly problem: ApiProblem }

export function History({ village }: { readonly village: VillageRecord }) {
  const { p } = usePartWords('villages')
  const [listed, setListed] = useState<Entries>({ status: 'loading' })
  const { saving, run } = useSaving()
  useEffect(() => {
    const stop = new AbortController()
    const query = { noun: 'villages', noun_id: String(village.id), limit: 30 } as const
    call('listAudit', { query, signal: stop.signal }).then(
      ({ entries, next_before_id }) => setListed({ status: 'ready', entries, next: next_before_id }),
      (problem: ApiProblem) => {
        if (!stop.signal.aborted) setListed({ status: 'failed', problem })
      },
    )
    return () => stop.abort()
  }, [village.id, village.version])
  if (listed.status === 'loading') return <span className="skeleton skeleton-block" />
  if (listed.status === 'failed') return <Refusal problem={listed.problem} />
  const { entries, next } = listed
  const isEditor = village.may.includes('update')
  return (
    <section className="edit-form" aria-label={p('history.title')}>
      <h3>{p('history.title')}</h3>
      {entries.length === 0 && <p className="soft">{p('history.none')}</p>}
      <ol className="edit-list">
        {entries.map((entry, index) => (
          <HistoryItem
            key={entry.id}
            entry={entry}
            is_latest={index === 0}
            onRestore={
              isEditor && entry.is_restorable
                ? (side) =>
                    void run(async () => {
                      await call('restoreEntry', {
                        params: { id: entry.id },
                        body: { side, version: village.version },
                      })
                      await showSaved()
                    })
                : null
            }
          />
        ))}
      </ol>
      {saving.status === 'refused' && <Refusal problem={saving.problem} />}
      {next !== null && (
        <button type="button" className="text-button" onClick={() => void showMore(next)}>
          {p('history.more')}
        </button>
      )}
    </section>
  )

  async function showMore(before_id: number): Promise<void> {
    await run(async () => {
      const query = { noun: 'villages', noun_id: String(village.id), limit: 30, before_id } as const
      const older = await call('listAudit', { query })
      setListed({
        status: 'ready',
        entries: [...entries, ...older.entries],
        next: older.next_before_id,
      })
    })
  }
}

interface HistoryItemProps {
  readonly entry: AuditRecord
  /** Its outcome is how the village is now. */
  readonly is_latest: boolean
  readonly onRestore: ((side: 'before' | 'after') => void) | null
}

function HistoryItem({ entry, is_latest, onRestore }: HistoryItemProps) {
  const { p } = usePartWords('villages')
  const toNamed = useNamedValues()
  const action = p(`history.actions.${entry.action}` as 'history.actions.update', {
    defaultValue: entry.action,
  })
  // A merge or a split goes back as a whole; what was created ends.
  const takenBack = (['create', 'merge', 'split'] as const).find((known) => known === entry.action)
  return (
    <li>
      <p>
        <strong>{action}</strong>{' '}
        {p('history.by', { who: entry.actor_name ?? entry.actor, when: toMoment(entry.at) })}
      </p>
      {entry.before !== null && (
        <ul className="soft">
          {entry.changed.map((field) => (
            <li key={field}>
              {p('history.change', {
                field: p(`fields.${field}` as 'fields.name', { defaultValue: field }),
                before: toText(entry.before, field),
                after: toText(entry.after, field),
              })}
            </li>
          ))}
        </ul>
      )}
      {entry.reason !== null && <p className="soft">{p('history.reason', { reason: entry.reason })}</p>}
      {onRestore !== null && (
        <p className="edit-row">
          <button type="button" className="text-button" onClick={() => onRestore('before')}>
            {takenBack === undefined ? p('history.restore_before') : p(`history.take_back.${takenBack}`)}
          </button>
          {!is_latest && (
            <button type="button" className="text-button" onClick={() => onRestore('after')}>
              {p('history.restore_after')}
            </button>
          )}
        </p>
      )}
    </li>
  )

  function toText(record: unknown, field: string): string {
    const value = (record as Readonly<Record<string, unknown>> | null)?.[field] ?? null
    const named = typeof value === 'string' ? toNamed(field, value) : null
    if (named !== null) return named
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return p('none')
    if (typeof value === 'boolean') return value ? p('yes') : p('no')
    return Array.isArray(value) ? value.join('; ') : String(value)
  }
}
