/** Which villages stand behind a share, what blocks each, and in which order should they be served? */
import './gaps.css'
import { useEffect } from 'react'
import { narrowScreen, useMedia } from '../../hooks/use-media.ts'
import { useGapList, type OpenGapList } from '../../hooks/use-gap-list.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { setListedVillages } from '../../state/map-screen.ts'
import { isShownPublicly } from '../../state/session-slice.ts'
import { useApp } from '../../state/store.ts'
import { PageFrame } from '../page-frame.tsx'
import { EmptyList } from './empty-list.tsx'
import { GapCards } from './gap-cards.tsx'
import { GapTable } from './gap-table.tsx'
import { ListControls } from './list-controls.tsx'
import { ListHead } from './list-head.tsx'
import { SelectedVillage } from './selected-village.tsx'
import { useListNames } from './use-list-names.ts'

export function GapsPage() {
  const { p, t } = usePartWords('gaps')
  const open = useGapList()
  return (
    <PageFrame title={p('title')}>
      {open === null ? (
        <div aria-busy="true" aria-label={t('app.loading')}>
          <span className="skeleton skeleton-line" />
          <span className="skeleton skeleton-block" />
        </div>
      ) : (
        <OpenList open={open} />
      )}
    </PageFrame>
  )
}

function OpenList({ open }: { readonly open: OpenGapList }) {
  const { p } = usePartWords('gaps')
  const isNarrow = useMedia(narrowScreen)
  const names = useListNames(open)
  useListedOnMap(open)
  const { list, view } = open
  return (
    <>
      <ListHead open={open} />
      {isNarrow ? (
        // Half a screen belongs to the villages: how they are put is a step away.
        <details className="list-more">
          <summary>{p('more')}</summary>
          <ListControls open={open} names={names} />
        </details>
      ) : (
        <ListControls open={open} names={names} />
      )}
      <Notices open={open} />
      {list.rows.length === 0 ? (
        <EmptyList open={open} />
      ) : isNarrow ? (
        <GapCards list={list} view={view} names={names} />
      ) : (
        <GapTable list={list} view={view} names={names} />
      )}
      <SelectedVillage list={list} />
    </>
  )
}

/** The map draws the villages of the list and no others, as long as it is open. */
function useListedOnMap({ list }: OpenGapList): void {
  const { rows } = list
  useEffect(() => setListedVillages(new Set(rows.map(({ id }) => id))), [rows])
  useEffect(() => () => setListedVillages(null), [])
}

function Notices({ open }: { readonly open: OpenGapList }) {
  const { p } = usePartWords('gaps')
  const isGeneralised = useApp(
    (state) => isShownPublicly(state) && state.session?.public_sites === 'generalised',
  )
  return (
    <>
      {open.surroundings === 'failed' && (
        <p className="note" role="alert">
          {p('surroundings_failed')}
        </p>
      )}
      {isGeneralised && <p className="note">{p('generalised')}</p>}
    </>
  )
}
