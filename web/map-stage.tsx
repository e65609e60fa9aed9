/** The map with all that it is told: the place where state becomes props. */
import { useEffect, useState } from 'react'
import { ApiProblem } from './api.ts'
import { useMapScene } from './hooks/use-map-scene.ts'
import { camerasOfSides } from './map/camera-link.ts'
import type { CameraState, MapPadding, ViewCounts } from './map/map-view-props.ts'
import { useEditScreen } from './state/edit-slice.ts'
import { useMapScreen } from './state/map-screen.ts'
import { usePointerScreen } from './state/place-menu.ts'
import { getTheme } from './state/screen-slice.ts'
import { useApp } from './state/store.ts'
import { pick } from './state/transitions.ts'

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
  const scene = useMapScene(useApp(getTheme))
  const highlight = useApp((state) => state.highlight)
  const camera = useApp((state) => state.camera_request)
  const editing = useEditScreen((screen) => screen.map_editing)
  const tool = useMapScreen((screen) => screen.tool)
  const isCompared = useApp((state) => state.page === 'compare')
  const loadedMap = useMapModule()
  if (loadedMap === null || camera === null || scene === null) return null
  const { MapView } = loadedMap
  return (
    <MapView
      {...scene}
      editing={editing}
      tool={tool}
      highlight={highlight}
      padding={padding}
      camera={camera}
      camera_link={isCompared ? camerasOfSides : null}
      onSelect={(candidates) => useApp.setState((app) => pick(app, candidates))}
      onHover={(code) => useApp.setState({ highlight: code })}
      onPlace={(place) => usePointerScreen.setState({ place })}
      onPlaceMenu={(menu) => usePointerScreen.setState({ menu })}
      onCameraChange={keepCamera}
      onViewCounts={(view_counts: ViewCounts) => useApp.setState({ view_counts })}
      onReady={() => useApp.setState({ map_status: 'ready' })}
      onFailure={(failure) => useApp.setState({ map_status: failure })}
    />
  )
}

/** Only what the user did belongs into the address; what is seen is what a sheet prints and a list asks about. */
function keepCamera({ center, zoom, bounds, moved_by }: CameraState): void {
  useMapScreen.setState({ seen_bounds: bounds })
  useApp.setState({
    map_view: { bounds, zoom },
    ...(moved_by === 'user' ? { camera: { center, zoom } } : {}),
  })
}
