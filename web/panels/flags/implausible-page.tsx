/** Which reports of carriers are to be asked about, and why? Counted by reason, filtered, sorted, on the map and to take along. */
import './flags.css'
import { useEffect, useMemo } from 'react'
import type { ImplausibleList, ImplausibleRow } from '../../../core/api/implausible.ts'
import { useProblemText } from '../../hooks/use-problem-text.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { filterBesideReason, hasReason, sortFlags, useFlagTable } from '../../state/flag-rows.ts'
import { everyFlag } from '../../state/flag-view.ts'
import { setOverlay } from '../../state/map-screen.ts'
import { useApp } from '../../state/store.ts'
import { PageFrame } from '../page-frame.tsx'
import { ExportButtons } from './export-buttons.tsx'
import { toFlagTable } from './export-flags.ts'
import { FlagFilters } from './flag-filters.tsx'
import { FlagTable } from './flag-table.tsx'
import { toHowText } from './how-text.ts'
import { reloadImplausible, useImplausibleList, type LoadedFlags } from './implausible-list.ts'
import { useKnownFilter } from './use-known-filter.ts'

export function ImplausiblePage() {
  const { p } = usePartWords('flags')
  const loaded = useImplausibleList()
  return (
    <PageFrame title={p('title')}>
      <p className="note">{p('text')}</p>
      {loaded.status === 'loading' && <span className="skeleton skeleton-block" aria-busy="true" />}
      {loaded.status === 'failed' && <Failed loaded={loaded} />}
      {loaded.status === 'ready' && <Flags list={loaded.list} />}
    </PageFrame>
  )
}

function Failed({ loaded }: { readonly loaded: Extract<LoadedFlags, { status: 'failed' }> }) {
  const { p } = usePartWords('flags')
  const toText = useProblemText()
  return (
    <div role="alert">
      <p>{toText(loaded.problem)}</p>
      <button type="button" className="plain-button" onClick={reloadImplausible}>
        {p('retry')}
      </button>
    </div>
  )
}

function Flags({ list }: { readonly list: ImplausibleList }) {
  const words = usePartWords('flags')
  const { p, formats } = words
  const order = useFlagTable()
  const filter = useKnownFilter()
  const found = useMemo(() => filterBesideReason(list.statements, filter), [list, filter])
  const rows = useMemo(
    () =>
      sortFlags(
        found.filter((row) => hasReason(row, filter.reason)),
        order,
      ),
    [found, filter, order],
  )
  useFlagOverlay(rows)
  return (
    <>
      <p role="status">
        {p('count', {
          count: rows.length,
          n: formats.integer(rows.length),
          judged: formats.integer(list.judged),
          date: formats.date(list.as_of),
        })}
      </p>
      {list.is_sample && <p className="sample-note">{p('sample')}</p>}
      <FlagFilters list={list} found={found} />
      {list.statements.length === 0 && <p>{p('none_at_all')}</p>}
      {rows.length === 0 && list.statements.length > 0 && (
        <p>
          {p('none')}{' '}
          <button type="button" className="text-button" onClick={() => useApp.setState({ flags: everyFlag })}>
            {p('show_all')}
          </button>
        </p>
      )}
      {rows.length > 0 && (
        <>
          <FlagTable rows={rows} />
          <ExportButtons toTable={() => toFlagTable(words, list, rows)} />
        </>
      )}
      <details className="note">
        <summary>{p('how')}</summary>
        <p>{toHowText(words)}</p>
      </details>
    </>
  )
}

/** One flag for each village, while the list is open. */
function useFlagOverlay(rows: readonly ImplausibleRow[]): void {
  useEffect(() => {
    const villages = new Map(rows.map((row) => [row.village_id, row]))
    setOverlay(
      'implausible',
      [...villages.values()].map(({ village_id, lng, lat }) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [lng, lat] },
        properties: { role: 'flag', village_id },
      })),
    )
    return () => setOverlay('implausible', [])
  }, [rows])
}
