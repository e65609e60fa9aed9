/** How do maps beside each other look at one place? Whichever is moved, the others follow at once. */
import type { Map as MapLibreMap } from 'maplibre-gl'

export interface CameraLink {
  /** From now on the map follows and leads; it begins where those that are there look. @returns leaves */
  readonly join: (map: MapLibreMap) => () => void
}

export function createCameraLink(): CameraLink {
  const maps = new Set<MapLibreMap>()
  let isFollowing = false
  const lead = (map: MapLibreMap, followers: Iterable<MapLibreMap>, cause: unknown) => {
    if (isFollowing) return
    isFollowing = true
    const camera = { center: map.getCenter(), zoom: map.getZoom(), padding: map.getPadding() }
    // What a hand does to one map it does to all: none of them is framed anew afterwards.
    const event = cause === undefined ? {} : { originalEvent: cause }
    for (const follower of followers) if (follower !== map) follower.jumpTo(camera, event)
    isFollowing = false
  }
  return {
    join: (map) => {
      const follow = (event: { readonly originalEvent?: unknown }) => lead(map, maps, event.originalEvent)
      const [first] = maps
      maps.add(map)
      if (first !== undefined) lead(first, [map], 'joined')
      map.on('move', follow)
      return () => {
        maps.delete(map)
        map.off('move', follow)
      }
    },
  }
}

/** Of the two maps of a comparison. */
export const camerasOfSides = createCameraLink()
