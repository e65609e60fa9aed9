/** Which layers does a zipped Shapefile hold? Each `.shp` with its `.dbf` is a table. */
import { parseShp } from 'shpjs'
import type { Geometry } from 'geojson'
import { ImportFileError } from '../../../core/import/problems.ts'
import type { RawFile } from '../../../core/import/raw-table.ts'
import type { Archive } from '../archive.ts'
import { mostRows } from '../limits.ts'
import { FeatureRows } from '../raw-rows.ts'
import type { Reading } from '../reading.ts'
import { guessProjection } from '../shapes/guess-projection.ts'
import { findByWkt, type ToWgs84 } from '../shapes/projections.ts'
import { toFlatGeometry } from '../shapes/to-flat-geometry.ts'
import { withDamage } from '../with-damage.ts'
import { readDbf } from './shapefile/dbf.ts'
import { toView } from './shapefile/to-view.ts'

export async function readShapefile(archive: Archive, reading: Reading): Promise<RawFile> {
  const tables = []
  const encodings = new Set<string>()
  for (const layer of listLayers(archive)) {
    const { rows, encoding } = await readLayer(layer, { archive, reading })
    tables.push(rows.toTable())
    encodings.add(encoding)
  }
  const [encoding = null] = encodings
  return reading.finish('shapefile', tables, { encoding, letters: null })
}

interface Layer {
  readonly name: string
  /** Names in the archive, by ending. */
  readonly parts: ReadonlyMap<string, string>
}

const needed = ['shp', 'dbf']

/** Throws `part_missing`: shapes without attributes say nothing, attributes without shapes stand nowhere. */
function listLayers(archive: Archive): Layer[] {
  const layers = new Map<string, Map<string, string>>()
  for (const name of archive.names) {
    const [, stem, ending] = /^(.*)\.(shp|dbf|prj|cpg)$/i.exec(name) ?? []
    if (stem === undefined || ending === undefined || name.startsWith('__MACOSX/')) continue
    const parts = layers.get(stem.toLowerCase()) ?? new Map<string, string>()
    parts.set(ending.toLowerCase(), name)
    layers.set(stem.toLowerCase(), parts)
  }
  return [...layers.values()].flatMap((parts) => {
    const some = parts.get('shp') ?? parts.get('dbf')
    if (some === undefined) return []
    const stem = some.slice(0, -4)
    const missing = needed.find((ending) => !parts.has(ending))
    if (missing !== undefined)
      throw new ImportFileError('part_missing', { part: `${stem}.${missing}`, found: some })
    return [{ name: stem.split('/').at(-1) ?? stem, parts }]
  })
}

interface Source {
  readonly archive: Archive
  readonly reading: Reading
}

async function readLayer({ name, parts }: Layer, { archive, reading }: Source) {
  const read = async (ending: string) => {
    const part = parts.get(ending)
    return part === undefined ? null : archive.read(part)
  }
  const shp = (await read('shp'))!
  checkShp(shp, name)
  // Without a transformation of its own: the library knows nothing of VN-2000 without parameters.
  const shapes = withDamage({ part: `${name}.shp` }, () => parseShp(toView(shp)))
  const dbf = readDbf((await read('dbf'))!, {
    name,
    declared: (await read('cpg'))?.toString('latin1') ?? null,
  })
  if (dbf.records.length !== shapes.length) {
    throw new ImportFileError('file_damaged', {
      part: `${name}.dbf`,
      found: dbf.records.length,
      expected: shapes.length,
    })
  }
  const prj = (await read('prj'))?.toString('utf8').replace('\ufeff', '').trim() ?? ''
  const toWgs84 = prj === '' ? guess(shapes, { name, reading }) : findByWkt(prj)
  const rows = new FeatureRows(reading, name, dbf.columns)
  reading.total = shapes.length
  shapes.forEach((shape, index) => {
    const record = dbf.records[index]
    if (record === undefined || record === null) reading.note('deleted_record_skipped', name)
    else rows.add(index + 1, Object.entries(record), toFlatGeometry(shape, { table: name, reading, toWgs84 }))
  })
  return { rows, encoding: dbf.encoding }
}

function guess(
  shapes: readonly unknown[],
  { name, reading }: { readonly name: string; readonly reading: Reading },
): ToWgs84 {
  return guessProjection({ table: name, geometries: shapes as readonly (Geometry | null)[], reading })
}

const head_bytes = 100
const multiPatch = 31

/** The library walks from record to record by their lengths: these must lead to the end, and not back. */
function checkShp(shp: Buffer, name: string): void {
  const part = `${name}.shp`
  if (shp.length < head_bytes || shp.readInt32BE(0) !== 9994)
    throw new ImportFileError('file_damaged', { part })
  if (shp.readInt32LE(32) === multiPatch)
    throw new ImportFileError('file_damaged', { part, found: 'MultiPatch' })
  if (shp.readInt32BE(24) * 2 > shp.length) throw new ImportFileError('file_truncated', { part })
  let records = 0
  for (let at = head_bytes; at + 8 <= shp.length; records++) {
    const length = shp.readInt32BE(at + 4) * 2
    if (length < 4) throw new ImportFileError('file_damaged', { part, line: records + 1 })
    if (at + 8 + length > shp.length) throw new ImportFileError('file_truncated', { part, line: records + 1 })
    if (records >= mostRows) throw new ImportFileError('rows_too_many', { most: mostRows, table: name })
    at += 8 + length
  }
}
