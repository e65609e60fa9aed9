/** How do a file's rows stand on the map, and how do a row and its mark find each other? */
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import {
  findPlaceAt,
  isMove,
  toImportBounds,
  toImportFeatures,
  toPoint,
  type DrawnPlace,
} from '../../state/import-places.ts'
import type { OverlayFeature } from '../../layers/overlay.ts'
import { setListedVillages, setMapTool, setOverlay } from '../../state/map-screen.ts'
import { useApp } from '../../state/store.ts'
import { bringIntoView, lookAt } from '../../state/transitions.ts'

interface Pointed {
  readonly at: number
  readonly label: string
}

export interface ImportMap {
  readonly pointed: Pointed | null
  readonly point: (row: Pointed) => void
}

const noVillages: ReadonlySet<number> = new Set()
const [places_name, pointed_name] = ['import', 'import-pointed']

/** @param places null until they are known */
export function useImportMap(
  places: readonly DrawnPlace[] | null,
  onPick: (place: DrawnPlace) => void,
): ImportMap {
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const features = useMemo(() => toImportFeatures(places ?? []), [places])
  const isFramed = useRef(false)
  useEffect(() => setOverlay(places_name, features), [features])
  // Framed once: whoever has moved the map meanwhile looks where they want to.
  useEffect(() => {
    const bounds = isFramed.current || places === null ? null : toImportBounds(places)
    if (bounds === null) return
    isFramed.current = true
    useApp.setState((state) => lookAt(state, bounds))
  }, [places])
  const found = places?.find((place) => pointed?.at === place.at && pointed.label === place.label) ?? null
  useEffect(() => setOverlay(pointed_name, found === null ? [] : toRing(found)), [found])
  const pick = useEffectEvent((place: DrawnPlace) => {
    setPointed({ at: place.at, label: place.label })
    onPick(place)
  })
  useEffect(() => {
    setMapTool({
      marks: [],
      cursor: 'default',
      onClick: (position) => {
        const place = findPlaceAt(places ?? [], position, useApp.getState().map_view?.zoom ?? 8)
        if (place !== null) pick(place)
      },
      onMarkMove: () => undefined,
      onMarkNudge: () => undefined,
    })
    return () => setMapTool(null)
  }, [places])
  // The villages of the question would stand among the marks and mean something else.
  useEffect(() => {
    setListedVillages(noVillages)
    return () => {
      setListedVillages(null)
      setOverlay(places_name, [])
      setOverlay(pointed_name, [])
    }
  }, [])
  return {
    pointed,
    point: (row) => {
      setPointed(row)
      const place = places?.find(({ at, label }) => at === row.at && label === row.label)
      if (place !== undefined) showPlace(place)
    },
  }
}

/** Close enough to tell it from its neighbours; both ends of a move. */
function showPlace(place: DrawnPlace): void {
  const point = toPoint(place)
  const bounds = toImportBounds([place])
  if (point === null || bounds === null) return
  useApp.setState((state) => {
    if (isMove(place) || place.line !== null) return lookAt(state, bounds)
    return (state.map_view?.zoom ?? 0) < 10 ? lookAt(state, point) : bringIntoView(state, point)
  })
}

function toRing(place: DrawnPlace): OverlayFeature[] {
  const point = toPoint(place)
  if (point === null) return []
  const [lng, lat] = point
  const { label } = place
  return [
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lng, lat] },
      properties: { role: 'ring', label },
    },
  ]
}
