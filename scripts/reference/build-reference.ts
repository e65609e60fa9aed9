/** Which bytes belong into the built files of data/reference? */
import { buildAdminUnits } from './admin-units.ts'
import { buildBaseMap } from './base-map.ts'
import type { Origin } from './origin.ts'

export interface BuiltReference {
  /** File name → text. */
  readonly files: Readonly<Record<string, string>>
  readonly arcs: number
  readonly refined: number
}

export function buildReference(origin: Origin): BuiltReference {
  const { sets, arcs, refined } = buildAdminUnits(origin)
  const baseMap = buildBaseMap(origin, sets.province[0]!)
  const layers = Object.entries({ ...sets, 'base-map': baseMap })
  const files = Object.fromEntries(
    layers.map(([name, features]) => [`${name}.geojson`, toGeoJson(features)] as const),
  )
  return { files, arcs, refined }
}

/** One feature a line, so that a change shows as the lines of the units it touched. */
function toGeoJson(features: readonly unknown[]): string {
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n')
  return `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`.normalize('NFC')
}
