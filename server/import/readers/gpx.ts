/** Which points, routes and tracks does a GPX of a handheld receiver hold? Each kind is a table. */
import { gpx } from '@tmcw/togeojson'
import type { Feature } from 'geojson'
import type { RawFile } from '../../../core/import/raw-table.ts'
import { FeatureRows } from '../raw-rows.ts'
import type { Reading } from '../reading.ts'
import { toFlatGeometry } from '../shapes/to-flat-geometry.ts'
import { withDamage } from '../with-damage.ts'
import { readXmlDocument } from './xml-document.ts'

const kinds = ['waypoints', 'routes', 'tracks'] as const

export function readGpx(bytes: Buffer, reading: Reading): RawFile {
  const { document } = readXmlDocument(bytes, 'gpx')
  const { features } = withDamage({ part: 'gpx' }, () => gpx(document))
  const tables = new Map(kinds.map((kind) => [kind, new FeatureRows(reading, kind)]))
  features.forEach((feature, index) => {
    const table = findKind(feature)
    const attributes = Object.entries(feature.properties ?? {}).filter(
      // Times and heart rates along a track.
      ([name]) => name !== '_gpxType' && name !== 'coordinateProperties',
    )
    tables
      .get(table)
      ?.add(index + 1, attributes, toFlatGeometry(feature.geometry, { table, reading, toWgs84: null }))
  })
  return reading.finish(
    'gpx',
    [...tables.values()].map((rows) => rows.toTable()),
  )
}

function findKind({ properties }: Feature): (typeof kinds)[number] {
  if (properties?.['_gpxType'] === 'rte') return 'routes'
  return properties?.['_gpxType'] === 'trk' ? 'tracks' : 'waypoints'
}
