/** Which features does a GeoJSON text hold? One table; coordinates of another system are brought to WGS 84. */
import { ImportFileError } from '../../../core/import/problems.ts'
import type { RawFile } from '../../../core/import/raw-table.ts'
import { decodeText } from '../decode-text.ts'
import { FeatureRows } from '../raw-rows.ts'
import type { Reading } from '../reading.ts'
import { findByName, type ToWgs84 } from '../shapes/projections.ts'
import { toFlatGeometry } from '../shapes/to-flat-geometry.ts'

type Json = Readonly<Record<string, unknown>>

const shapes = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]

export function readGeojson(bytes: Buffer, reading: Reading): RawFile {
  const { text, encoding, letters } = decodeText(bytes)
  const root = parseJson(text)
  const features = listFeatures(root)
  const table = typeof root['name'] === 'string' && root['name'] !== '' ? root['name'] : reading.stem
  const source = { table, reading, toWgs84: findProjection(root['crs']) }
  const rows = new FeatureRows(reading, table)
  reading.total = features.length
  features.forEach((feature, index) => {
    const properties = isObject(feature['properties']) ? Object.entries(feature['properties']) : []
    const geometry = toFlatGeometry(feature['geometry'], source)
    rows.add(index + 1, withId(properties, feature['id']), geometry)
  })
  return reading.finish('geojson', [rows.toTable()], { encoding, letters })
}

function parseJson(text: string): Json {
  try {
    const root: unknown = JSON.parse(text)
    if (isObject(root)) return root
  } catch (error) {
    const found = error instanceof Error ? error.message : ''
    const isCut = /end of JSON input|Unterminated/i.test(found) || findPlace(found) >= text.trimEnd().length
    throw new ImportFileError(isCut ? 'file_truncated' : 'file_damaged', { line: findLine(text, found) })
  }
  throw new ImportFileError('format_unknown', { found: 'json', expected: 'GeoJSON' })
}

/** The engine’s message tells the place. */
function findPlace(message: string): number {
  return Number(/position (\d+)/.exec(message)?.[1] ?? -1)
}

function findLine(text: string, message: string): number | null {
  const place = findPlace(message)
  return place < 0 ? null : text.slice(0, place).split('\n').length
}

function listFeatures(root: Json): readonly Json[] {
  const { type, features } = root
  if (type === 'FeatureCollection' && Array.isArray(features)) {
    return features.map((feature: unknown, index) => {
      if (isObject(feature)) return feature
      throw new ImportFileError('file_damaged', { found: 'feature', line: index + 1 })
    })
  }
  if (type === 'Feature') return [root]
  if (typeof type === 'string' && shapes.includes(type))
    return [{ type: 'Feature', geometry: root, properties: {} }]
  const found = typeof type === 'string' ? type.slice(0, 40) : 'json'
  throw new ImportFileError('format_unknown', { found, expected: 'GeoJSON' })
}

/** Programs of before 2016 name another system so; without a name it is WGS 84 by the standard. */
function findProjection(crs: unknown): ToWgs84 {
  if (crs === undefined || crs === null) return null
  const properties = isObject(crs) ? crs['properties'] : null
  const name = isObject(properties) ? properties['name'] : null
  if (typeof name === 'string') return findByName(name)
  throw new ImportFileError('projection_unknown', { found: JSON.stringify(crs).slice(0, 100) })
}

function withId(properties: [string, unknown][], id: unknown): [string, unknown][] {
  const isTold = id === undefined || properties.some(([name]) => name === 'id')
  return isTold ? properties : [['id', id], ...properties]
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
