/** The map with all that it is told: the place where state becomes props. */
import { useEffect, useMemo, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { ApiProblem } from './api.ts'
import { useSiteCounts } from './hooks/use-site-counts.ts'
import { useUnitTable } from './hooks/use-unit-table.ts'
import { useWords } from './hooks/use-words.ts'
import { toShortName } from './i18n/unit-names.ts'
import type { CameraState, Choropleth, MapPadding, MapTexts, ViewCounts } from './map/map-view-props.ts'
import { getRemainingColor, getShareColor } from './state/class-colors.ts'
import { remainingClasses } from '../core/coverage/share-classes.ts'
import { useEditScreen } from './state/edit-slice.ts'
import { useMapScreen } from './state/map-screen.ts'
import { toFilteredSources } from './state/filtered-sources.ts'
import { isUnknown } from './state/is-mostly-unknown.ts'
import { getTheme } from './state/screen-slice.ts'
import { useApp } from './state/store.ts'
import type { UnitRow } from './state/unit-rows.ts'
import { pick } from './state/transitions.ts'
import type { OverlayFeature } from './layers/overlay.ts'
import { getVillageFeatures, type VillageFeature } from './state/units.ts'

type MapModule = typeof import('./map/map-view.tsx')

// Asked for at once, so that it travels beside the panels. Not through Suspense: that would hold a map that is there
// back for 300 ms.
const mapModule = import('./map/map-view.tsx')

/** The map's code, or null until it has come. */
function useMapModule(): MapModule | null {
  const [loaded, setLoaded] = useState<MapModule | null>(null)
  useEffect(() => {
    mapModule.then(setLoaded, () => useApp.setState({ opening_problem: new ApiProblem('network') }))
  }, [])
  return loaded
}

export function MapStage({ padding }: { readonly padding: MapPadding }) {
  const state = useApp(
    useShallow(
      ({
        sources,
        province,
        online_base_map,
        question,
        visible,
        selection,
        highlight,
        camera_request,
        answer,
      }) => ({
        online_base_map,
        loaded: sources,
        carrier: question.carrier,
        carriers: province?.carriers,
        visible,
        selection,
        highlight,
        camera_request,
        answer,
      }),
    ),
  )
  const editing = useEditScreen((screen) => screen.map_editing)
  const tool = useMapScreen((screen) => screen.tool)
  const overlay = useOverlay()
  const listed_ids = useMapScreen((screen) => screen.listed_ids)
  const loadedMap = useMapModule()
  const theme = useApp(getTheme)
  const texts = useMapTexts()
  const choropleth = useChoropleth()
  const visible = useMemo(() => new Set(state.visible), [state.visible])
  const { answer, loaded, carrier } = state
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
  if (loadedMap === null || state.camera_request === null || state.carriers === undefined) return null
  const { MapView } = loadedMap
  return (
    <MapView
      theme={theme}
      texts={texts}
      sources={sources}
      carriers={state.carriers}
      choropleth={choropleth}
      village_states={village_states}
      online_base_map={state.online_base_map}
      visible={visible}
      selection={state.selection}
      editing={editing}
      overlay={overlay}
      tool={tool}
      highlight={state.highlight}
      padding={padding}
      camera={state.camera_request}
      onSelect={(candidates) => useApp.setState((app) => pick(app, candidates))}
      onHover={(code) => useApp.setState({ highlight: code })}
      onCameraChange={keepCamera}
      onViewCounts={(view_counts: ViewCounts) => useApp.setState({ view_counts })}
      onReady={() => useApp.setState({ map_status: 'ready' })}
      onFailure={(failure) => useApp.setState({ map_status: failure })}
    />
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

/** Only what the user did belongs into the address. */
function keepCamera({ center, zoom, moved_by }: CameraState): void {
  if (moved_by === 'user') useApp.setState({ camera: { center, zoom } })
}

function useChoropleth(): Choropleth | null {
  const { t, formats } = useWords()
  const table = useUnitTable()
  const unitSet = useApp((state) => state.answer?.view.unit_set)
  const theme = useApp(getTheme)
  const siteCounts = useSiteCounts()
  return useMemo(() => {
    if (table === null || unitSet === undefined) return null
    const toLabel = (percent: number | null, remaining: number) => {
      if (table.mode === 'remaining')
        return remaining === 0 ? t('table.complete') : t('table.left', { n: formats.integer(remaining) })
      return percent === null ? '' : formats.percent(percent)
    }
    const toStateLabel = ({ share }: UnitRow) =>
      share.total === 0 ? '–' : isUnknown(share) ? t('states.unknown') : null
    const withSites = (code: string, label: string) => {
      const count = siteCounts?.find((unit) => unit.unit_set === unitSet && unit.code === code)
      if (count === undefined) return label
      return `${label} · ${t('map.site_count', { n: formats.integer(count.live) })}`
    }
    return {
      unit_set: unitSet,
      mode: table.mode,
      classes:
        table.mode === 'share'
          ? table.classes.map((shareClass) => ({ color: getShareColor(shareClass, theme) }))
          : remainingClasses.map((_, index) => ({ color: getRemainingColor(index, theme) })),
      values: new Map(
        table.rows.map((row) => [
          row.code,
          {
            name: toShortName(row, t),
            label: withSites(row.code, toStateLabel(row) ?? toLabel(row.percent, row.remaining)),
            percent: row.percent,
            remaining: row.remaining,
            unknown: row.unknown,
            class_index: row.class_index,
            hatch: row.is_mostly_unknown,
          },
        ]),
      ),
    }
  }, [table, unitSet, theme, siteCounts, t, formats])
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
