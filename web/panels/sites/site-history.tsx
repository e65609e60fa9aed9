/** Who changed this site, when, from what to what and why? Moves are drawn on the map; any version can be restored. */
import { useEffect, useState } from 'react'
import type { AuditRecord } from '../../../core/api/audit.ts'
import type { SiteRecord } from '../../../core/api/records.ts'
import type { LngLat } from '../../../core/geo.ts'
import { ApiProblem, call } from '../../api.ts'
import { restoreVersion } from '../../edit-site.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useProblemText } from '../../hooks/use-problem-text.ts'
import { toMoment } from '../../i18n/moment.ts'
import { useApp } from '../../state/store.ts'
import { ChangeLines } from './change-lines.tsx'
import { lookAtPlaces } from './look-at-moves.ts'
import { MoveMap } from './move-map.tsx'
import { measure_m } from './use-map-editing.ts'
import { useShownMoves } from './use-shown-moves.ts'

type Entries = readonly AuditRecord[] | 'loading' | ApiProblem

function useHistory(id: number): Entries {
  const [entries, setEntries] = useState<Entries>('loading')
  const refresh_count = useApp((state) => state.refresh_count)
  useEffect(() => {
    const stop = new AbortController()
    const query = { noun: 'sites', noun_id: String(id), limit: 200 } as const
    call('listAudit', { query, signal: stop.signal }).then(
      (answer) => setEntries(answer.entries),
      (error: unknown) => {
        if (stop.signal.aborted) return
        if (!(error instanceof ApiProblem)) throw error
        setEntries(error)
      },
    )
    return () => stop.abort()
  }, [id, refresh_count])
  return entries
}

export function SiteHistory({ site }: { readonly site: SiteRecord }) {
  const { t, p, formats } = usePartWords('editing')
  const entries = useHistory(site.id)
  const [shown, setShown] = useState<number | null>(null)
  const known = Array.isArray(entries) ? (entries as readonly AuditRecord[]) : []
  const moves = known.flatMap((entry) => {
    const move = findMove(entry)
    if (move === null) return []
    return [{ id: entry.id, ...move, label: formats.distance(move.moved_m), is_selected: entry.id === shown }]
  })
  useShownMoves(moves, { clicks_mean: 'anything', onChoose: setShown })
  if (entries === 'loading') return <p className="edit-note">{p('history.loading')}</p>
  if (entries instanceof ApiProblem)
    return <p role="alert">{t(`errors.${entries.code}` as 'errors.internal')}</p>
  return (
    <section>
      <h3>{p('history.title')}</h3>
      {known.length === 0 && <p className="edit-note">{p('history.empty')}</p>}
      <ol className="edit-history">
        {known.map((entry, index) => (
          <HistoryItem
            key={entry.id}
            entry={entry}
            site={site}
            isLatest={index === 0}
            onShow={() => setShown(entry.id)}
          />
        ))}
      </ol>
    </section>
  )
}

function toPlace(given: unknown): LngLat | null {
  if (typeof given !== 'object' || given === null) return null
  const { lng, lat } = given as Readonly<Record<string, unknown>>
  return typeof lng === 'number' && typeof lat === 'number' ? [lng, lat] : null
}

function findMove({ before, after }: AuditRecord) {
  const [from, to] = [toPlace(before), toPlace(after)]
  if (from === null || to === null || (from[0] === to[0] && from[1] === to[1])) return null
  return { from, to, moved_m: measure_m(from, to) }
}

interface HistoryItemProps {
  readonly entry: AuditRecord
  readonly site: SiteRecord
  readonly isLatest: boolean
  readonly onShow: () => void
}

function HistoryItem({ entry, site, isLatest, onShow }: HistoryItemProps) {
  const { p, formats } = usePartWords('editing')
  const move = findMove(entry)
  const canRestore = entry.is_restorable && site.may.includes('update')
  return (
    <li>
      <div>
        <strong>
          {p(`history.actions.${entry.action}` as 'history.actions.update', { defaultValue: entry.action })}
        </strong>{' '}
        <span className="soft">
          {p('history.by', { who: entry.actor_name ?? entry.actor, when: toMoment(entry.at) })}
        </span>
      </div>
      {move !== null && (
        <div>
          <MoveMap site_id={site.id} {...move} />
          {p('history.moved', { distance: formats.distance(move.moved_m) })}{' '}
          <button
            type="button"
            className="text-button"
            onClick={() => {
              onShow()
              lookAtPlaces([move.from, move.to])
            }}
          >
            {p('history.show_move')}
          </button>
        </div>
      )}
      {entry.before !== null && (
        <ChangeLines before={entry.before} after={entry.after} fields={entry.changed} />
      )}
      {entry.reason !== null && <p className="soft">{p('history.reason', { reason: entry.reason })}</p>}
      {canRestore && <Restore entry={entry} site={site} isLatest={isLatest} />}
    </li>
  )
}

function Restore({ entry, site, isLatest }: Omit<HistoryItemProps, 'onShow'>) {
  const { p } = usePartWords('editing')
  const toProblemText = useProblemText()
  const [side, setSide] = useState<'before' | 'after' | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  if (side === null) {
    return (
      <div className="edit-tools">
        {entry.before !== null && (
          <button type="button" className="text-button" onClick={() => setSide('before')}>
            {p('history.restore_before')}
          </button>
        )}
        {!isLatest && (
          <button type="button" className="text-button" onClick={() => setSide('after')}>
            {p('history.restore_after')}
          </button>
        )}
      </div>
    )
  }
  const restore = async () => {
    try {
      await restoreVersion({ entry_id: entry.id, side, version: site.version ?? 0 })
      setSide(null)
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setProblem(error)
    }
  }
  return (
    <div role="group" className="edit-warning">
      <p>{p('history.confirm_restore')}</p>
      {problem !== null && <p role="alert">{toProblemText(problem)}</p>}
      <div className="edit-tools">
        <button type="button" className="text-button" onClick={() => void restore()}>
          {p('history.yes')}
        </button>
        <button type="button" className="text-button" onClick={() => setSide(null)}>
          {p('history.no')}
        </button>
      </div>
    </div>
  )
}
