/** Which placemarks does a KML or KMZ hold? Each folder is a table; extended data are its columns. */
import { kmlWithFolders, type Folder, type Root } from '@tmcw/togeojson'
import type { Feature, Geometry } from 'geojson'
import { ImportFileError } from '../../../core/import/problems.ts'
import type { RawFile } from '../../../core/import/raw-table.ts'
import type { Archive } from '../archive.ts'
import { FeatureRows } from '../raw-rows.ts'
import type { Reading } from '../reading.ts'
import { toFlatGeometry } from '../shapes/to-flat-geometry.ts'
import { withDamage } from '../with-damage.ts'
import { toHtmlText } from './html-text.ts'
import { readXmlDocument } from './xml-document.ts'

/** How a placemark looks is no attribute of it. */
const looks =
  /^(styleUrl|styleHash|styleMapHash|stroke|fill|icon|label|visibility|open|@geometry-type|coordinateProperties)($|-)/

export function readKml(bytes: Buffer, reading: Reading): RawFile {
  return reading.finish(
    'kml',
    readTables(bytes, { part: 'kml', reading, links: [] }).map((rows) => rows.toTable()),
  )
}

export async function readKmz(archive: Archive, reading: Reading): Promise<RawFile> {
  const parts = archive.names.filter((name) => /\.kml$/i.test(name))
  const tables: FeatureRows[] = []
  for (const part of parts)
    tables.push(...readTables(await archive.read(part), { part, reading, links: archive.names }))
  return reading.finish(
    'kmz',
    tables.map((rows) => rows.toTable()),
  )
}

interface Source {
  readonly part: string
  readonly reading: Reading
  /** What may be linked to, because it is read anyway. */
  readonly links: readonly string[]
}

function readTables(bytes: Buffer, { part, reading, links }: Source): FeatureRows[] {
  const { document } = readXmlDocument(bytes, part)
  if (document.documentElement?.localName !== 'kml')
    throw new ImportFileError('file_damaged', { part, expected: 'kml' })
  const root = withDamage({ part }, () => kmlWithFolders(document))
  const tables = new Map<string, FeatureRows>()
  let at = 0
  const walk = (folder: Root | Folder, path: readonly string[]) => {
    const name = path.join(' / ') || reading.stem
    for (const child of folder.children) {
      if (child.type === 'folder') walk(child, [...path, findName(child)])
      else if (child.properties?.['@geometry-type'] === 'networklink') noteLink(child, links, reading)
      else {
        at += 1
        const rows = tables.get(name) ?? new FeatureRows(reading, name)
        tables.set(name, rows)
        rows.add(
          at,
          listAttributes(child),
          toFlatGeometry(child.geometry, { table: name, reading, toWgs84: null }),
        )
      }
    }
  }
  walk(root, [])
  return [...tables.values()]
}

/** What lies elsewhere is never fetched. */
function noteLink(
  { properties }: Feature<Geometry | null>,
  links: readonly string[],
  reading: Reading,
): void {
  const target: unknown = properties?.['href']
  if (typeof target !== 'string' || !links.includes(target)) reading.note('links_not_followed')
}

function findName(folder: Folder): string {
  const name = folder.meta['name']
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : '?'
}

function* listAttributes({ properties }: Feature<Geometry | null>): Generator<[string, unknown]> {
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (looks.test(name)) continue
    if (name === 'description') yield [name, toDescription(value)]
    else yield [name, value]
  }
}

/** The library sets pages apart from plain texts. */
function toDescription(value: unknown): unknown {
  const page = typeof value === 'object' && value !== null ? (value as { value?: unknown }).value : value
  return typeof page === 'string' ? toHtmlText(page) : value
}
