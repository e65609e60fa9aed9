/** What does the map show of the site that is edited, and what does it tell back? Map and form are one state. */
import { destination, distance } from '@turf/turf'
import { useEffect } from 'react'
import type { LngLat } from '../../../core/geo.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { loadLayer } from '../../load-layers.ts'
import type { MapDirection } from '../../map/map-view-props.ts'
import { useEditScreen } from '../../state/edit-slice.ts'
import {
  endPresentStep,
  getForm,
  getPosition,
  movePosition,
  useSiteSession,
} from '../../state/site-session.ts'

const bearings: Readonly<Record<MapDirection, number>> = { north: 0, east: 90, south: 180, west: -90 }

/** One step of the chosen length. */
export function nudge(direction: MapDirection): void {
  useSiteSession.setState((session) => {
    const position = getPosition(getForm(session))
    if (position === null) return {}
    const { geometry } = destination([...position], session.step_m, bearings[direction], { units: 'meters' })
    return movePosition(session, geometry.coordinates as unknown as LngLat, 'nudge')
  })
}

export function measure_m(from: LngLat, to: LngLat): number {
  return distance([...from], [...to], { units: 'meters' })
}

function place(position: LngLat): void {
  useSiteSession.setState((session) =>
    getPosition(getForm(session)) === null ? movePosition(session, position, 'placed') : {},
  )
}

function follow(position: LngLat, phase: 'moving' | 'moved'): void {
  useSiteSession.setState((session) => movePosition(session, position, 'drag'))
  if (phase === 'moved') useSiteSession.setState(endPresentStep)
}

export function useMapEditing(): void {
  const { p, formats, language } = usePartWords('editing')
  const site_id = useSiteSession((session) => session.site_id)
  const base = useSiteSession((session) => session.base)
  const form = useSiteSession(getForm)
  const step_m = useSiteSession((session) => session.step_m)
  const [from, position] = [getPosition(base), getPosition(form)]
  const [fromKey, key] = [from?.join() ?? '', position?.join() ?? '']
  const { commune_code } = form.site
  useEffect(() => {
    void loadLayer('communes')
    void loadLayer('sites')
  }, [])
  useEffect(() => {
    const moved_m = from === null || position === null ? 0 : measure_m(from, position)
    useEditScreen.setState({
      map_editing: {
        site_id,
        from,
        position,
        marker_label: p('position.marker', { step: step_m }),
        distance_label: formats.distance(moved_m),
        commune_code,
        moves: [],
        clicks_mean: 'this',
        onMove: follow,
        onNudge: nudge,
        onClick: place,
      },
    })
    // Positions by their values: they are made anew with every letter typed elsewhere.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [site_id, fromKey, key, commune_code, step_m, language])
}
