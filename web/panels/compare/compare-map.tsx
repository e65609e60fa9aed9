/** The map of B over that of A, as far as the divider lets it: both look at one place, so that what differs lies side by side. */
import { useEffect, useMemo, type ReactNode } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { useChoropleth } from '../../hooks/use-choropleth.ts'
import { useMapScene } from '../../hooks/use-map-scene.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { camerasOfSides } from '../../map/camera-link.ts'
import type { MapPadding, MapScene, MapTheme, VillageStates } from '../../map/map-view-props.ts'
import { MapView } from '../../map/map-view.tsx'
import { toQuestionB } from '../../state/compare-slice.ts'
import { useComparison, type ComparedResult } from '../../state/comparison.ts'
import { toFilteredSources } from '../../state/filtered-sources.ts'
import { getTheme } from '../../state/screen-slice.ts'
import { usePointerScreen } from '../../state/place-menu.ts'
import { useApp } from '../../state/store.ts'
import { pick } from '../../state/transitions.ts'
import { toUnitTable } from '../../state/unit-rows.ts'
import { getVillageFeatures } from '../../state/units.ts'
import { Divider } from './divider.tsx'
import { toQuestionText } from './question-text.ts'

export function CompareMap({ padding }: { readonly padding: MapPadding }): ReactNode {
  const result = useComparison((screen) => screen.result)
  const divider = useComparison((screen) => screen.divider)
  if (result === null) return null
  return (
    <div className="compare-map" style={{ '--divider': divider } as object}>
      <MapOfB result={result} padding={padding} />
      <Divider />
    </div>
  )
}

interface MapOfBProps {
  readonly result: ComparedResult
  readonly padding: MapPadding
}

function MapOfB({ result, padding }: MapOfBProps) {
  const scene = useSceneOfB(result)
  const highlight = useApp((state) => state.highlight)
  const camera = useApp((state) => state.camera_request)
  useEffect(() => () => useComparison.setState({ divider: 0.5 }), [])
  if (scene === null || camera === null) return null
  return (
    <MapView
      {...scene}
      editing={null}
      tool={null}
      highlight={highlight}
      padding={padding}
      camera={camera}
      camera_link={camerasOfSides}
      onSelect={(candidates) => useApp.setState((app) => pick(app, candidates))}
      onHover={(code) => useApp.setState({ highlight: code })}
      onPlace={(place) => usePointerScreen.setState({ place })}
      onPlaceMenu={(menu) => usePointerScreen.setState({ menu })}
      onCameraChange={leaveToA}
      onViewCounts={leaveToA}
      onReady={leaveToA}
      // A browser that can draw no second map still has the first, the table and the list.
      onFailure={() => useComparison.setState({ divider: 1 })}
    />
  )
}

/** As that of A, with the answer to B. */
function useSceneOfB(result: ComparedResult): MapScene | null {
  const theme = useApp(getTheme)
  const scene = useMapScene(theme)
  const loaded = useApp((state) => state.sources)
  const label = useLabelOfB()
  const choropleth = useChoroplethOfB(result, theme)
  const { b, villages_b } = result
  return useMemo(
    () =>
      scene && {
        ...scene,
        texts: { ...scene.texts, map: label },
        sources: { ...toFilteredSources(loaded, b.question.carrier), villages: villages_b },
        choropleth,
        village_states: toVillageStates(result),
      },
    [scene, label, loaded, choropleth, b, villages_b, result],
  )
}

/** The map of A tells where both look, and what is counted in view. */
function leaveToA(): void {
  return
}

function useLabelOfB(): string {
  const words = usePartWords('time')
  const question = useApp((state) => state.question)
  const compared = useApp((state) => state.compared)
  const carriers = useApp((state) => state.province?.carriers)
  const text = toQuestionText(toQuestionB({ question, compared }), words, carriers)
  return words.p('compare.map.label', { side: 'B', question: text })
}

function useChoroplethOfB({ b, answer_b }: ComparedResult, theme: MapTheme) {
  const state = useApp(
    useShallow(({ sources, province, today, question, compared }) => ({
      sources,
      province,
      today,
      question,
      compared,
    })),
  )
  const table = useMemo(
    () => toUnitTable({ ...state, question: toQuestionB(state) }, { ...answer_b, view: b }),
    [state, answer_b, b],
  )
  return useChoropleth({ theme, table, unit_set: b.unit_set })
}

function toVillageStates({ villages_b, answer_b }: ComparedResult): VillageStates {
  const ids = getVillageFeatures(villages_b).map(({ id }) => id)
  return { ids, states: answer_b.states, shown: answer_b.in_question }
}
