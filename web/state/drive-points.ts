/** How does a drive test stand on the map and in its legend? */
import type { DriveTestPoints } from '../../core/api/files.ts'
import type { BBox } from '../../core/geo.ts'
import { rsrpClasses, toRsrpClass, type RsrpClass } from '../../core/files/rsrp-classes.ts'
import type { OverlayFeature } from '../layers/overlay.ts'

/** The strongest last, so that it lies above: where something was heard, something is. */
export function toDriveFeatures({ lng, lat, rsrp_dbm, technology }: DriveTestPoints): OverlayFeature[] {
  return rsrp_dbm
    .map((dbm, at): readonly [number, OverlayFeature] => [
      dbm,
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [lng[at] ?? 0, lat[at] ?? 0] },
        properties: {
          role: 'drive',
          signal: toRsrpClass(dbm),
          technology: technology[at]?.charAt(0) ?? '',
        },
      },
    ])
    .toSorted(([a], [b]) => a - b)
    .map(([, feature]) => feature)
}

/** West, south, east, north. */
export function toDriveBounds({ lng, lat }: DriveTestPoints): BBox {
  return [Math.min(...lng), Math.min(...lat), Math.max(...lng), Math.max(...lat)]
}

export interface DriveSummary {
  readonly classes: readonly { readonly name: RsrpClass; readonly count: number }[]
  readonly technologies: readonly {
    readonly name: string
    readonly count: number
    readonly median_dbm: number
  }[]
}

export function summarizeDrive({ rsrp_dbm, technology }: DriveTestPoints): DriveSummary {
  const named = rsrp_dbm.map(toRsrpClass)
  return {
    classes: rsrpClasses.map(({ name }) => ({ name, count: named.filter((one) => one === name).length })),
    technologies: [...new Set(technology)].toSorted().map((name) => {
      const levels = rsrp_dbm.filter((_, at) => technology[at] === name).toSorted((a, b) => a - b)
      return { name, count: levels.length, median_dbm: levels[Math.floor(levels.length / 2)] ?? 0 }
    }),
  }
}
