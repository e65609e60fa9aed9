/** Which features does a GeoJSON file hold? */
import type { Columns } from './columns.ts'
import type { ProblemList } from './problems.ts'
import { readGeometry } from './read-geometry.ts'
import { readTextFile } from './read-file.ts'
import type { RawRow } from './read-table.ts'
import type { GeometryType } from './tables.ts'

interface FeatureFile {
  readonly file: string
  readonly columns: Columns
  readonly geometry: readonly GeometryType[]
  readonly problems: ProblemList
}

/** The features, or null when the file as a whole cannot be read. */
export async function readFeatures(path: string, source: FeatureFile): Promise<RawRow[] | null> {
  const { file, problems } = source
  const text = await readTextFile(path, file, problems)
  if (text === null) return null
  const collection = parseJson(text, file, problems)
  if (collection === undefined) return null
  if (
    !isRecord(collection) ||
    collection['type'] !== 'FeatureCollection' ||
    !Array.isArray(collection['features'])
  ) {
    problems.add('json_invalid', file, { expected: 'FeatureCollection' })
    return null
  }
  return collection['features'].map((feature: unknown, index) => toRow(feature, index + 1, source))
}

function toRow(feature: unknown, row: number, { file, columns, geometry, problems }: FeatureFile): RawRow {
  if (!isRecord(feature) || feature['type'] !== 'Feature' || !isRecord(feature['properties'])) {
    problems.add('json_invalid', file, { row, field: 'properties', expected: 'Feature' })
    return { values: {}, geometry: null }
  }
  const values = feature['properties']
  for (const name of Object.keys(values)) {
    if (!(name in columns)) {
      problems.add('column_unknown', file, { row, field: name, expected: Object.keys(columns).join(', ') })
    }
  }
  const checked = readGeometry(feature['geometry'], geometry)
  if ('code' in checked) {
    problems.add(checked.code, file, {
      row,
      field: 'geometry',
      value: checked.value,
      expected: checked.code === 'geometry_type' ? geometry.join(', ') : null,
    })
    return { values, geometry: null }
  }
  return { values, geometry: checked.geometry }
}

/** The value of a JSON text; undefined after noting in which feature and field it breaks off. */
export function parseJson(text: string, file: string, problems: ProblemList): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    const reason = error instanceof Error ? error.message : ''
    const before = text.slice(0, Number(/at position (\d+)/.exec(reason)?.[1] ?? text.length))
    const features = [...before.matchAll(/"type"\s*:\s*"Feature"/g)].length
    const field = [...before.matchAll(/"(\w+)"\s*:/g)].at(-1)?.[1] ?? null
    problems.add('json_invalid', file, {
      row: features === 0 ? null : features,
      field,
      value: before.slice(-40),
      expected: reason,
    })
    return undefined
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
