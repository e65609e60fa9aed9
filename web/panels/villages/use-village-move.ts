/** How is a village put on the map while its form is open? Dragged, nudged, or placed where it has no position yet. */
import { destination, distance } from '@turf/turf'
import { useEffect, useRef } from 'react'
import { parsePosition, type ReadingArea } from '../../../core/coordinates/parse.ts'
import type { LngLat } from '../../../core/geo.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import type { MapDirection, MapMove } from '../../map/map-view-props.ts'
import { useEditScreen } from '../../state/edit-slice.ts'
import { toPositionText } from '../../state/village-edit.ts'

const step_m = 10
const bearings: Readonly<Record<MapDirection, number>> = { north: 0, east: 90, south: 180, west: -90 }

interface VillageMove {
  readonly is_on: boolean
  /** As it stood, and as it is typed now. */
  readonly from: string
  readonly typed: string
  readonly area: ReadingArea
  readonly onMove: (typed: string) => void
  /** Whence villages are merged, or whither one is split. */
  readonly moves?: readonly MapMove[]
  /** `anything`: a click goes on to choose villages. */
  readonly clicks_mean?: 'this' | 'anything'
}

const noMoves: readonly MapMove[] = []

export function useVillageMove(asked: VillageMove): void {
  const { is_on, from, typed, area, onMove, moves = noMoves, clicks_mean = 'this' } = asked
  const { p, formats } = usePartWords('villages')
  const [old, position] = [readPosition(from, area), readPosition(typed, area)]
  const tell = useRef(onMove)
  useEffect(() => {
    tell.current = onMove
  })
  useEffect(() => {
    if (!is_on) return
    const place = ([lng, lat]: LngLat) => tell.current(toPositionText(lng, lat))
    const moved_m =
      old === null || position === null ? 0 : distance([...old], [...position], { units: 'meters' })
    useEditScreen.setState({
      map_editing: {
        site_id: null,
        from: old,
        position,
        marker_label: p('hints.marker', { n: step_m }),
        distance_label: formats.distance(moved_m),
        commune_code: null,
        moves,
        clicks_mean,
        onMove: place,
        onNudge: (direction) => {
          if (position === null) return
          const moved = destination([...position], step_m, bearings[direction], { units: 'meters' })
          place(moved.geometry.coordinates as unknown as LngLat)
        },
        onClick: (clicked) => {
          if (position === null && clicks_mean === 'this') place(clicked)
        },
      },
    })
    // Positions by their values: they are made anew with every letter typed elsewhere.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [is_on, old?.join(), position?.join(), JSON.stringify(moves), clicks_mean, p, formats])
  useEffect(() => () => useEditScreen.setState({ map_editing: null }), [])
}

export function readPosition(text: string, area: ReadingArea): LngLat | null {
  const reading = parsePosition([text], area)
  return reading.type === 'position' ? reading.position : null
}
