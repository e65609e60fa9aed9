/** What does the map draw? Everything but where it looks and what it answers; the printed map draws the same. */
import { useEffect, useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { OverlayFeature } from '../layers/overlay.ts'
import type { MapScene, MapTexts, MapTheme } from '../map/map-view-props.ts'
import { toFilteredSources } from '../state/filtered-sources.ts'
import { useMapScreen } from '../state/map-screen.ts'
import { useApp } from '../state/store.ts'
import { getVillageFeatures, type VillageFeature } from '../state/units.ts'
import { useChoropleth } from './use-choropleth.ts'
import { useUnitTable } from './use-unit-table.ts'
import { useWords } from './use-words.ts'

/** Null until it is known which carriers there are. */
export function useMapScene(theme: MapTheme): MapScene | null {
  const state = useApp(
    useShallow(({ sources, province, online_base_map, question, visible, selection, answer }) => ({
      online_base_map,
      loaded: sources,
      carrier: question.carrier,
      carriers: province?.carriers,
      visible,
      selection,
      answer,
    })),
  )
  const overlay = useOverlay()
  const listed_ids = useMapScreen((screen) => screen.listed_ids)
  const texts = useMapTexts()
  const { answer, loaded, carrier, carriers, selection, online_base_map } = state
  const choropleth = useChoropleth({
    theme,
    table: useUnitTable(),
    unit_set: answer?.view.unit_set ?? null,
  })
  const visible = useMemo(() => new Set(state.visible), [state.visible])
  const sources = useMemo(() => toFilteredSources(loaded, carrier), [loaded, carrier])
  const village_states = useMemo(
    () =>
      answer === null
        ? null
        : {
            ids: getVillageFeatures(sources.villages).map(({ id }) => id),
            states: answer.states,
            shown: toShown(answer.in_question, listed_ids, getVillageFeatures(sources.villages)),
          },
    [answer, sources.villages, listed_ids],
  )
  return useMemo(
    () =>
      carriers === undefined
        ? null
        : {
            theme,
            texts,
            sources,
            carriers,
            choropleth,
            village_states,
            online_base_map,
            visible,
            selection,
            overlay,
          },
    [
      theme,
      texts,
      sources,
      carriers,
      choropleth,
      village_states,
      online_base_map,
      visible,
      selection,
      overlay,
    ],
  )
}

/** Villages that the question speaks of and an open list holds; null: all of them. */
function toShown(
  in_question: Uint8Array | null,
  listed_ids: ReadonlySet<number> | null,
  villages: readonly VillageFeature[],
): Uint8Array | null {
  if (listed_ids === null) return in_question
  return Uint8Array.from(villages, ({ id }, index) =>
    listed_ids.has(id) && in_question?.[index] !== 0 ? 1 : 0,
  )
}

/** Everything that tools lay over the map; the same list as long as none of them changed. */
function useOverlay(): readonly OverlayFeature[] {
  const overlays = useMapScreen((screen) => screen.overlays)
  return useMemo(() => Object.values(overlays).flat(), [overlays])
}

function useMapTexts(): MapTexts {
  const { t, formats } = useWords()
  const sources = useApp((state) => state.province?.sources)
  const title = useApp((state) => state.province?.name)
  useEffect(() => {
    if (title !== undefined) document.title = t('app.document_title', { province: title })
  }, [t, title])
  return useMemo(
    () => ({
      map: t('map.canvas'),
      zoom_in: t('map.zoom_in'),
      zoom_out: t('map.zoom_out'),
      toggle_attribution: t('map.attribution_toggle'),
      attribution: t('map.attribution', { sources: toCredits(sources ?? []) }),
      site_count: (count) => t('map.site_count', { n: formats.integer(count) }),
      remaining_count: (count) => t('map.remaining_count', { n: formats.integer(count) }),
    }),
    [t, formats, sources],
  )
}

/** Those whose licence asks to be named: sources with an address of their own. */
function toCredits(sources: readonly { readonly title: string; readonly url: string | null }[]): string {
  return sources.flatMap(({ title, url }) => (url === null ? [] : [title.split(':')[0] ?? title])).join('; ')
}
