import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DatasetError, type DatasetProblem } from '../../../server/dataset/problems.ts'
import { readDataset } from '../../../server/dataset/read-dataset.ts'
import { copyDataset, type DatasetCopy, type TestFeature } from '../../helpers/damaged-dataset.ts'

type Edit = (copy: DatasetCopy) => Promise<void>

/** Replaces the first occurrence, which must be there. */
const replace =
  (file: string, from: string | RegExp, to: string): Edit =>
  ({ edit }) =>
    edit(file, (text) => text.replace(from, to))

const inFeature =
  (file: string, at: number, change: (feature: TestFeature) => void): Edit =>
  ({ editFeatures }) =>
    editFeatures(file, (features) => {
      const feature = features[at]
      if (feature !== undefined) change(feature)
    })

/** What is damaged, how, and what the loader must say of it first. */
const damages: readonly (readonly [string, Edit, Partial<DatasetProblem>])[] = [
  [
    'a GeoJSON file that is cut off',
    ({ edit }) => edit('reference/communes.geojson', (text) => text.slice(0, text.length * 0.6)),
    { file: 'reference/communes.geojson', code: 'json_invalid', row: 6, field: 'coordinates' },
  ],
  [
    'a file that is missing',
    ({ folder }) => rm(join(folder, 'reference/districts.geojson')),
    { file: 'reference/districts.geojson', code: 'file_missing' },
  ],
  [
    'bytes that are not UTF-8',
    ({ edit }) => edit('sample/sites.csv', (text) => Buffer.from(text, 'latin1')),
    { file: 'sample/sites.csv', code: 'encoding_invalid' },
  ],
  [
    'a ring that is not closed',
    inFeature('reference/communes.geojson', 2, ({ geometry }) =>
      (geometry.coordinates as unknown[][])[0]?.pop(),
    ),
    { file: 'reference/communes.geojson', code: 'ring_open', row: 3, field: 'geometry' },
  ],
  [
    'a position with latitude and longitude exchanged',
    inFeature('reference/communes.geojson', 1, ({ geometry }) => {
      const [ring] = geometry.coordinates as number[][][]
      ring?.forEach((position) => position.reverse())
    }),
    { file: 'reference/communes.geojson', code: 'position_invalid', row: 2, field: 'geometry' },
  ],
  [
    'a point where an area is expected',
    inFeature('reference/districts.geojson', 0, (feature) => {
      feature.geometry = { type: 'Point', coordinates: [108, 14] }
    }),
    { file: 'reference/districts.geojson', code: 'geometry_type', row: 1, field: 'geometry', value: 'Point' },
  ],
  [
    'a unit code that comes twice',
    inFeature('reference/communes.geojson', 3, ({ properties }) => (properties['code'] = '90101')),
    { file: 'reference/communes.geojson', code: 'duplicate', row: 4, field: 'code', value: '90101' },
  ],
  [
    'a commune without a huyện',
    inFeature('reference/communes.geojson', 4, ({ properties }) => (properties['parent_code'] = null)),
    { file: 'reference/communes.geojson', code: 'value_missing', row: 5, field: 'parent_code' },
  ],
  [
    'a commune of a huyện that does not exist',
    inFeature('reference/communes.geojson', 4, ({ properties }) => (properties['parent_code'] = '999')),
    { file: 'reference/communes.geojson', code: 'unknown_code', row: 5, field: 'parent_code', value: '999' },
  ],
  [
    'a code whose leading zero was lost to a number',
    inFeature('reference/districts.geojson', 1, ({ properties }) => (properties['code'] = 902)),
    { file: 'reference/districts.geojson', code: 'value_not_allowed', row: 2, field: 'code', value: '902' },
  ],
  [
    'decomposed Vietnamese in a name',
    inFeature('reference/communes.geojson', 0, ({ properties }) => {
      properties['name'] = String(properties['name']).normalize('NFD')
    }),
    { file: 'reference/communes.geojson', code: 'not_nfc', row: 1, field: 'name', expected: 'Lâm Khê' },
  ],
  [
    'decomposed Vietnamese in a table',
    replace('sample/villages.csv', 'Kon Rờ 2', 'Kon Rờ 2'.normalize('NFD')),
    { file: 'sample/villages.csv', code: 'not_nfc', row: 2, field: 'name' },
  ],
  [
    'a kind of unit that nobody knows',
    inFeature('reference/communes.geojson', 0, ({ properties }) => (properties['kind'] = 'phường')),
    { file: 'reference/communes.geojson', code: 'value_not_allowed', row: 1, field: 'kind', value: 'phường' },
  ],
  [
    'a label that lies outside its unit',
    inFeature('reference/communes.geojson', 0, ({ properties }) => (properties['label'] = [100, 10])),
    { file: 'reference/communes.geojson', code: 'label_outside', row: 1, field: 'label' },
  ],
  [
    'a property that is misspelt',
    inFeature('reference/communes.geojson', 0, ({ properties }) => (properties['populatoin'] = 1)),
    { file: 'reference/communes.geojson', code: 'column_unknown', row: 1, field: 'populatoin' },
  ],
  [
    'a unit that ends before it begins',
    inFeature('reference/communes.geojson', 0, ({ properties }) => (properties['valid_to'] = '2001-01-01')),
    { file: 'reference/communes.geojson', code: 'dates_reversed', row: 1, field: 'valid_to' },
  ],
  [
    'a column that is missing',
    replace('sample/sites.csv', 'power_source', 'power'),
    { file: 'sample/sites.csv', code: 'column_missing', row: null, field: 'power_source' },
  ],
  [
    'a row that is too short',
    replace('sample/carriers.csv', ',#117733,true', ''),
    { file: 'sample/carriers.csv', code: 'csv_invalid', row: 2 },
  ],
  [
    'a quote that is never closed',
    replace('sample/sites.csv', 'TL-S03,', 'TL-S03,"'),
    { file: 'sample/sites.csv', code: 'csv_invalid' },
  ],
  [
    'a carrier that nobody knows',
    replace('sample/stations.csv', 'TL-S01,beta-tel', 'TL-S01,gamma-tel'),
    { file: 'sample/stations.csv', code: 'unknown_code', row: 4, field: 'carrier_code', value: 'gamma-tel' },
  ],
  [
    'a source that nobody knows',
    replace('sample/village-services.csv', 'ke-hoach-thu', 'hearsay'),
    {
      file: 'sample/village-services.csv',
      code: 'unknown_code',
      row: 1,
      field: 'source_code',
      value: 'hearsay',
    },
  ],
  [
    'a day that does not exist',
    replace('sample/village-services.csv', '2023-06-30', '2023-06-31'),
    {
      file: 'sample/village-services.csv',
      code: 'not_a_date',
      row: 1,
      field: 'observed_on',
      value: '2023-06-31',
    },
  ],
  [
    'a state that nobody knows',
    replace('sample/village-services.csv', 'covered', 'maybe'),
    {
      file: 'sample/village-services.csv',
      code: 'value_not_allowed',
      row: 1,
      field: 'state',
      value: 'maybe',
    },
  ],
  [
    'a share on a village that is covered as a whole',
    replace('sample/village-services.csv', 'covered,,', 'covered,0.5,'),
    { file: 'sample/village-services.csv', code: 'share_without_partial', row: 1, field: 'households_share' },
  ],
  [
    'a share beyond the whole',
    replace('sample/village-services.csv', 'covered,,', 'partial,1.5,'),
    {
      file: 'sample/village-services.csv',
      code: 'out_of_range',
      row: 1,
      field: 'households_share',
      value: '1.5',
    },
  ],
  [
    'a text where a number belongs',
    replace('sample/villages.csv', '144,576', 'many,576'),
    { file: 'sample/villages.csv', code: 'not_an_integer', row: 1, field: 'households', value: 'many' },
  ],
  [
    'a decimal comma',
    replace('sample/sites.csv', '108.073,14.40375', '"108,073",14.40375'),
    { file: 'sample/sites.csv', code: 'not_a_number', row: 1, field: 'lng', value: '108,073' },
  ],
  [
    'a word for true',
    replace('sample/sites.csv', 'grid,true', 'grid,yes'),
    { file: 'sample/sites.csv', code: 'not_a_boolean', row: 1, field: 'has_backup_generator', value: 'yes' },
  ],
  [
    'a site outside the province',
    replace('sample/sites.csv', '108.073,14.40375', '103.02,21.39'),
    { file: 'sample/sites.csv', code: 'outside_province', row: 1, field: 'lng+lat', value: '103.02, 21.39' },
  ],
  [
    'half a position',
    replace('sample/villages.csv', '108.1771,14.43731', '108.1771,'),
    { file: 'sample/villages.csv', code: 'value_missing', row: 1, field: 'lat' },
  ],
  [
    'a village of a commune that does not exist',
    replace('sample/villages.csv', ',90101,144', ',90999,144'),
    { file: 'sample/villages.csv', code: 'unknown_code', row: 1, field: 'commune_code', value: '90999' },
  ],
  [
    'a station that goes off air before it goes on',
    replace('sample/stations.csv', '2015-03-01,,', '2015-03-01,2014-01-01,'),
    { file: 'sample/stations.csv', code: 'dates_reversed', row: 1, field: 'off_air_on' },
  ],
  [
    'a control character',
    replace('sample/villages.csv', 'Kon Rờ 2', 'Kon\u0000Rờ'),
    { file: 'sample/villages.csv', code: 'not_text', row: 2, field: 'name' },
  ],
  [
    'a data set without a name of its own',
    replace('sample/dataset.json', '"id"', '"ident"'),
    { file: 'sample/dataset.json', code: 'value_missing', row: null, field: 'id' },
  ],
]

describe('reading a data set', () => {
  let copy: DatasetCopy

  beforeEach(async () => {
    copy = await copyDataset()
  })
  afterEach(() => copy.remove())

  const findProblems = async (): Promise<readonly DatasetProblem[]> => {
    const failure = await readDataset(copy).catch((error: unknown) => error)
    if (!(failure instanceof DatasetError)) throw new Error('The files were taken', { cause: failure })
    return failure.problems
  }

  it('takes files that are right', async () => {
    const { description, tables } = await readDataset(copy)
    expect(description?.id).toBe('truong-lam-thu')
    expect([tables.communes.rows.length, tables.villages.rows.length, tables.sites.rows.length]).toEqual([
      9, 50, 20,
    ])
  })

  it.each(damages)('names %s', async (_, damage, expected) => {
    await damage(copy)
    expect((await findProblems())[0]).toMatchObject(expected)
  })

  it('names everything that is wrong at once', async () => {
    await replace('sample/sites.csv', 'grid,true', 'coal,yes')(copy)
    await replace('sample/villages.csv', '144,576', 'many,576')(copy)
    await inFeature(
      'reference/communes.geojson',
      4,
      ({ properties }) => (properties['parent_code'] = '999'),
    )(copy)
    expect((await findProblems()).map(({ file, field }) => `${file} ${field}`).toSorted()).toEqual([
      'reference/communes.geojson parent_code',
      'sample/sites.csv has_backup_generator',
      'sample/sites.csv power_source',
      'sample/villages.csv households',
    ])
  })

  it('does not blame the rows that point to a wrong row', async () => {
    await replace('sample/villages.csv', '144,576', 'many,576')(copy)
    expect((await findProblems()).map(({ file }) => file)).toEqual(['sample/villages.csv'])
  })

  it('takes a province whose inventory is not there yet', async () => {
    await rm(copy.datasetDir, { recursive: true })
    const { description, tables } = await readDataset(copy)
    expect(description).toBeNull()
    expect([tables.communes.rows.length, tables.villages.rows.length]).toEqual([9, 0])
  })

  it('takes optional columns that were left out, and other line ends', async () => {
    await copy.edit('sample/carriers.csv', (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`)
    await copy.edit('reference/sources.csv', (text) =>
      text
        .split('\n')
        .map((line) => line.split(',').slice(0, 2).join(','))
        .join('\n'),
    )
    const { tables } = await readDataset(copy)
    expect(tables.sources.rows.map(({ values }) => values.issuer)).toEqual([null, null])
    expect(tables.carriers.rows.map(({ values }) => values.code)).toEqual(['alpha-tel', 'beta-tel'])
  })

  it('rounds positions to six decimals', async () => {
    await inFeature('sample/cable-routes.geojson', 0, ({ geometry }) => {
      geometry.coordinates = [
        [108.12345678, 14.5],
        [108.2, 14.49999999],
      ]
    })(copy)
    const { tables } = await readDataset(copy)
    expect(tables.cable_routes.rows[0]?.geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [108.123457, 14.5],
        [108.2, 14.5],
      ],
    })
  })
})
