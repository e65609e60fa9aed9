/** What rows and shapes do the bytes of a file hold? Found by what they are; a name that says otherwise is only noted. */
import { ImportFileError } from '../../core/import/problems.ts'
import type { ImportFormat, RawFile } from '../../core/import/raw-table.ts'
import { findFormat, type FoundFormat } from './find-format.ts'
import { mostImportBytes } from '../../core/import/limits.ts'
import { Reading, type AskedReading } from './reading.ts'

const endings: Readonly<Record<ImportFormat, readonly string[]>> = {
  xlsx: ['xlsx', 'xlsm'],
  csv: ['csv', 'txt', 'tsv', 'tab'],
  geojson: ['geojson', 'json'],
  kml: ['kml'],
  kmz: ['kmz'],
  gpx: ['gpx'],
  shapefile: ['zip', 'shz'],
  gpkg: ['gpkg'],
}

/** In this thread, without a limit of time; throws `ImportFileError` for whatever a file may have wrong. */
export async function readBytes(bytes: Uint8Array, asked: AskedReading): Promise<RawFile> {
  if (bytes.byteLength > mostImportBytes) {
    throw new ImportFileError('file_too_large', { found: bytes.byteLength, most: mostImportBytes })
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const reading = new Reading(asked)
  const found = await findFormat(buffer)
  const ending = /\.([^.]{1,8})$/.exec(asked.file_name)?.[1]?.toLowerCase()
  if (ending !== undefined && !endings[found.format].includes(ending)) reading.note('named_otherwise')
  return readAs(found, buffer, reading)
}

/** Each reader comes with its libraries only when it is needed: most files are sheets and texts. */
async function readAs(found: FoundFormat, bytes: Buffer, reading: Reading): Promise<RawFile> {
  switch (found.format) {
    case 'xlsx':
      return (await import('./readers/xlsx.ts')).readXlsx(found.archive, reading)
    case 'csv':
      return (await import('./readers/csv.ts')).readCsv(bytes, reading)
    case 'geojson':
      return (await import('./readers/geojson.ts')).readGeojson(bytes, reading)
    case 'kml':
      return (await import('./readers/kml.ts')).readKml(bytes, reading)
    case 'kmz':
      return (await import('./readers/kml.ts')).readKmz(found.archive, reading)
    case 'gpx':
      return (await import('./readers/gpx.ts')).readGpx(bytes, reading)
    case 'shapefile':
      return (await import('./readers/shapefile.ts')).readShapefile(found.archive, reading)
    case 'gpkg':
      return (await import('./readers/gpkg.ts')).readGpkg(bytes, reading)
  }
}
