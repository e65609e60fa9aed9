/**
 * Where does a position stand in VN-2000, the national grid? Metres in a 3° zone around a central meridian that each
 * province has (Điện Biên 103°00′: EPSG:9205). The transformation itself is good for about 1 m.
 */
import proj4 from 'proj4'
import type { LngLat } from '../geo.ts'

export interface GridPosition {
  /** X in Vietnamese tables. */
  readonly northing_m: number
  /** Y in Vietnamese tables. */
  readonly easting_m: number
}

export interface Grid {
  readonly central_meridian: number
  readonly toGrid: (position: LngLat) => GridPosition
  readonly fromGrid: (position: GridPosition) => LngLat
}

/**
 * The datum as proj4 has it, also for what lies in other projections than the 3° zones.
 *
 * EPSG:6960 gives the rotations in the coordinate frame convention; `+towgs84` means position vectors, so their signs
 * are turned here. With the wrong signs a point is off by 0.8 m.
 */
export const vn2000Datum =
  '+ellps=WGS84 +towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278'

/**
 * @param central_meridian degrees east: 103, 104.5 …
 * @param scale along it: 0.9999 in zones of 3°, 0.9996 in those of 6°
 */
export function makeGrid(central_meridian: number, scale: 0.9999 | 0.9996 = 0.9999): Grid {
  const projection = proj4(
    'WGS84',
    `+proj=tmerc +lat_0=0 +lon_0=${central_meridian} +k=${scale} +x_0=500000 +y_0=0 ${vn2000Datum} +units=m +no_defs`,
  )
  return {
    central_meridian,
    toGrid: ([lng, lat]) => {
      const [easting_m, northing_m] = projection.forward([lng, lat]) as [number, number]
      return { northing_m, easting_m }
    },
    fromGrid: ({ northing_m, easting_m }) => {
      const [lng, lat] = projection.inverse([easting_m, northing_m]) as [number, number]
      return [lng, lat]
    },
  }
}
