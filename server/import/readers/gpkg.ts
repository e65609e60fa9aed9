/** Which tables of features and of attributes does a GeoPackage hold? */
import { Geometry as Wkb } from 'wkx'
import { ImportFileError } from '../../../core/import/problems.ts'
import type { RawFile } from '../../../core/import/raw-table.ts'
import {
  openGeopackage,
  type Geopackage,
  type GeopackageColumn,
  type GeopackageProjection,
  type GeopackageTable,
} from '../../db/geopackage.ts'
import { FeatureRows } from '../raw-rows.ts'
import type { Reading } from '../reading.ts'
import { guessProjection } from '../shapes/guess-projection.ts'
import { findByName, findByWkt, type ToWgs84 } from '../shapes/projections.ts'
import { toFlatGeometry } from '../shapes/to-flat-geometry.ts'

export async function readGpkg(bytes: Buffer, reading: Reading): Promise<RawFile> {
  const tables = []
  try {
    const file = await openGeopackage(bytes)
    try {
      if (!file.isGeopackage())
        throw new ImportFileError('format_unknown', { found: 'sqlite', expected: 'gpkg' })
      for (const table of file.listTables()) tables.push(readTable(file, table, reading).toTable())
    } finally {
      file.close()
    }
  } catch (error) {
    throw toFault(error)
  }
  return reading.finish('gpkg', tables)
}

/** What SQLite says is an `Error` of no kind of its own; what its memory says, of the engine’s. */
function toFault(error: unknown): unknown {
  if (error instanceof ImportFileError) return error
  const isOurs = error instanceof TypeError || error instanceof ReferenceError
  return isOurs ? error : new ImportFileError('file_damaged', { part: 'sqlite' })
}

function readTable(file: Geopackage, table: GeopackageTable, reading: Reading): FeatureRows {
  const { name, shapes } = table
  const columns = file.listColumns(name)
  reading.checkWidth({ table: name, width: columns.length, at: 0 })
  const place = columns.findIndex((column) => column.name.toLowerCase() === shapes?.column.toLowerCase())
  const attributes = columns.filter((_, at) => at !== place)
  const rows = new FeatureRows(
    reading,
    name,
    attributes.map((column) => column.name),
  )
  if (columns.length === 0) return rows
  reading.total = file.countRows(name)
  const toWgs84 =
    shapes === null ? null : findProjection(file, { table, place, projection: shapes.projection, reading })
  let at = 0
  for (const values of file.rows(name)) {
    at += 1
    const cells = columns.flatMap((column, index): [string, unknown][] =>
      index === place ? [] : [[column.name, toValue(values[index], column)]],
    )
    const shape =
      place < 0 ? undefined : toFlatGeometry(readShape(values[place]), { table: name, reading, toWgs84 })
    rows.add(at, cells, shape)
  }
  return rows
}

interface ProjectedTable {
  readonly table: GeopackageTable
  readonly place: number
  readonly projection: GeopackageProjection
  readonly reading: Reading
}

/** -1 and 0 stand for unknown ones. */
function findProjection(file: Geopackage, { table, place, projection, reading }: ProjectedTable): ToWgs84 {
  const { srs_id, organization, organization_id, definition } = projection
  if (srs_id > 0 && organization?.toUpperCase() === 'EPSG' && organization_id !== null) {
    try {
      return findByName(`EPSG:${organization_id}`)
    } catch (error) {
      // A number that we do not know may still be explained by its definition.
      if (!(error instanceof ImportFileError) || definition === null) throw error
    }
  }
  if (srs_id > 0 && definition !== null && definition !== 'undefined') return findByWkt(definition)
  const geometries = []
  for (const values of file.rows(table.name)) {
    geometries.push(toFlatGeometry(readShape(values[place]), { table: table.name, reading, toWgs84: null }))
  }
  return guessProjection({ table: table.name, geometries, reading })
}

function toValue(value: unknown, { type }: GeopackageColumn): unknown {
  if (type === 'BOOLEAN' && typeof value === 'number') return value !== 0
  // A day with an hour is still a day here.
  if (type === 'DATETIME' && typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value))
    return value.slice(0, 10)
  return value
}

/** Bytes of the envelope, by its kind (GeoPackage 1.3, 2.1.3.1.1). */
const envelope_bytes = [0, 32, 48, 48, 64]
const head_bytes = 8

/** A shape that cannot be read has no type that anybody knows, which is noted with its row. */
function readShape(value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (!(value instanceof Uint8Array)) return unreadable
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  if (bytes.length < head_bytes || bytes.toString('latin1', 0, 2) !== 'GP') return unreadable
  const flags = bytes[3]!
  const envelope = envelope_bytes[(flags >> 1) & 7]
  if (envelope === undefined || (flags & 0x20) !== 0) return unreadable
  if ((flags & 0x10) !== 0) return null
  try {
    return Wkb.parse(bytes.subarray(head_bytes + envelope)).toGeoJSON()
  } catch {
    return unreadable
  }
}

const unreadable = { type: 'unreadable' }
