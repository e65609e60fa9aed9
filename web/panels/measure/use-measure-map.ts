/** How does a measurement get on the map, and what does a hand do with it there? */
import { useEffect, useMemo } from 'react'
import type { LngLat } from '../../../core/geo.ts'
import { toMetresPerDegree } from '../../../core/gaps/nearest.ts'
import { measurePath, type Measured } from '../../../core/measure/measure-path.ts'
import type { MapDirection } from '../../map/map-view-props.ts'
import { setMapTool, setOverlay } from '../../state/map-screen.ts'
import { nothingMeasured, useMeasuring, withMovedPlace, withPlace } from '../../state/measure.ts'
import { closePage } from '../page-frame.tsx'
import { toMeasureOverlay } from './to-measure-overlay.ts'
import { useMeasureWords } from './use-measure-words.ts'

/** Metres of one press of an arrow key. */
export const step_m = 10

const steps: Readonly<Record<MapDirection, readonly [east: number, north: number]>> = {
  north: [0, 1],
  east: [1, 0],
  south: [0, -1],
  west: [-1, 0],
}

export function useMeasureMap(): Measured {
  const { p, formats, toArea } = useMeasureWords()
  const { places, shape, clicks } = useMeasuring()
  const measured = useMemo(() => measurePath(places, shape), [places, shape])
  useEffect(() => {
    setMapTool({
      marks: places.map((position, index) => ({
        radius_m: null,
        id: String(index),
        position,
        label: p('marker', { n: index + 1, step: step_m }),
      })),
      onClick: (place) => {
        if (clicks === 'add') useMeasuring.setState((state) => withPlace(state, place))
      },
      onMarkMove: (id, place) => useMeasuring.setState((state) => withMovedPlace(state, Number(id), place)),
      onMarkNudge: (id, direction) =>
        useMeasuring.setState((state) => {
          const place = state.places[Number(id)]
          return place === undefined ? {} : withMovedPlace(state, Number(id), nudge(place, direction))
        }),
      onFinish: () => useMeasuring.setState({ clicks: 'nothing' }),
    })
  }, [places, clicks, p])
  useEffect(() => {
    const sum =
      measured.area.type === 'known'
        ? toArea(measured.area.area_m2)
        : `Σ ${formats.distance(measured.total_m)}`
    setOverlay('measure', toMeasureOverlay(places, measured, { toLeg: formats.distance, sum }))
    // `toArea` is made anew with every rendering and writes the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [places, measured, formats])
  useLeaving()
  return measured
}

/** Escape leaves from the map as well, where the focus is while one clicks. */
function useLeaving(): void {
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) closePage()
    }
    document.addEventListener('keydown', leave)
    return () => {
      document.removeEventListener('keydown', leave)
      setMapTool(null)
      setOverlay('measure', [])
      useMeasuring.setState(nothingMeasured)
    }
  }, [])
}

function nudge([lng, lat]: LngLat, direction: MapDirection): LngLat {
  const [east, north] = steps[direction]
  const perDegree_m = toMetresPerDegree(lat)
  return [lng + (east * step_m) / perDegree_m.lng, lat + (north * step_m) / perDegree_m.lat]
}
