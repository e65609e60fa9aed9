import { readFileSync } from 'node:fs'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { makeGrid } from '../../../core/coordinates/vn2000.ts'
import type { RawFile } from '../../../core/import/raw-table.ts'
import { faultOf, read, refusedWith } from '../../helpers/expect-fault.ts'
import { fixtureMeridian, getImportFiles } from '../../helpers/import-files.ts'

const feature = (geometry: unknown, properties: unknown = { a: 1 }) => ({
  type: 'Feature',
  properties,
  geometry,
})
const collection = (features: readonly unknown[], more: object = {}) =>
  JSON.stringify({ type: 'FeatureCollection', features, ...more })
const point = (...coordinates: unknown[]) => ({ type: 'Point', coordinates })
const readFeatures = (features: readonly unknown[], more: object = {}) =>
  read(collection(features, more), 'a.geojson')
const shapesOf = (file: RawFile) => file.tables.flatMap(({ rows }) => rows.map(({ geometry }) => geometry))
const crs = (name: string) => ({ crs: { type: 'name', properties: { name } } })

describe('a shape of GeoJSON', () => {
  it('is kept when it is invalid, crosses itself, or is of another type than others', async () => {
    const bowTie = { type: 'Polygon', coordinates: [[[108, 14], [108.1, 14.1], [108.1, 14], [108, 14.1], [108, 14]]] } // prettier-ignore
    const short = { type: 'LineString', coordinates: [[108, 14]] }
    const far = point(500, 14)
    const file = await readFeatures([feature(bowTie), feature(short), feature(far), feature(null)])
    expect(shapesOf(file)).toEqual([bowTie, short, far, null])
    expect(file.notes).toEqual([])
  })

  it('loses its heights, and is none where a coordinate is no number', async () => {
    const bad = [
      point(1e999, 14),
      point(null, 14),
      point('108', '14'),
      { type: 'LineString', coordinates: [[108, 14], 7] },
    ]
    const file = await readFeatures([feature(point(108, 14, 500)), ...bad.map((shape) => feature(shape))])
    expect(shapesOf(file)).toEqual([point(108, 14), null, null, null, null])
    expect(file.notes).toEqual([
      { code: 'heights_dropped', table: 'a', count: 1 },
      { code: 'coordinates_invalid', table: 'a', count: 4 },
    ])
  })

  it('is none where its type is unknown or it is empty', async () => {
    const file = await readFeatures([feature({ type: 'Circle', coordinates: [1, 2] }), feature(point()), feature({ type: 'constructor', coordinates: [1] })]) // prettier-ignore
    expect(shapesOf(file)).toEqual([null, null, null])
    expect(file.notes).toEqual([{ code: 'shape_unreadable', table: 'a', count: 2 }])
  })

  it('of a collection of one is that one, of several of a kind one of several parts', async () => {
    const of = (...geometries: unknown[]) => feature({ type: 'GeometryCollection', geometries })
    const line = { type: 'LineString', coordinates: [[108, 14], [108.1, 14]] } // prettier-ignore
    const file = await readFeatures([of(point(108, 14)), of(line, line), of(point(108, 14), line), of()])
    expect(shapesOf(file).map((shape) => shape?.type ?? null)).toEqual([
      'Point',
      'MultiLineString',
      'GeometryCollection',
      null,
    ])
  })

  it('may stand alone, without features', async () => {
    expect(shapesOf(await read(JSON.stringify(point(108, 14)), 'a.json'))).toEqual([point(108, 14)])
    expect(shapesOf(await read(JSON.stringify(feature(point(108, 14))), 'a.json'))).toEqual([point(108, 14)])
  })

  it('has its attributes in the order of their first appearance, names composed', async () => {
    const file = await readFeatures([
      feature(null, { ['Tên'.normalize('NFD')]: 'Ẳng'.normalize('NFD'), list: [1, 2] }),
      { ...feature(null, { Mã: null, Tên: true, ['__proto__x']: 1 }), id: 7 },
    ])
    expect(file.tables[0]?.header).toEqual(['Tên', 'list', 'id', 'Mã', '__proto__x'])
    expect(file.tables[0]?.rows.map(({ cells }) => cells)).toEqual([
      ['Ẳng', '[1,2]', null, null, null],
      [true, null, 7, null, 1],
    ])
  })
})

describe('coordinates', () => {
  it('in a zone of VN-2000 become longitude and latitude', async () => {
    for (const [name, meridian] of [
      ['EPSG:9205', 103],
      ['urn:ogc:def:crs:EPSG::9217', 108.25],
      ['urn:ogc:def:crs:EPSG:9.9:5897', 105],
    ] as const) {
      // prettier-ignore
      const { northing_m, easting_m } = makeGrid(meridian).toGrid([meridian + 0.3, 14.2])
      const [shape] = shapesOf(await readFeatures([feature(point(easting_m, northing_m))], crs(name)))
      const [lng, lat] = (shape as { coordinates: number[] }).coordinates
      expect(lng).toBeCloseTo(meridian + 0.3, 6)
      expect(lat).toBeCloseTo(14.2, 6)
    }
  })

  it('in WGS 84 by any of its names stay as they are', async () => {
    for (const name of ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'urn:ogc:def:crs:EPSG::4326']) {
      expect(shapesOf(await readFeatures([feature(point(108.5, 14.25))], crs(name)))).toEqual([
        point(108.5, 14.25),
      ])
    }
  })

  it('in a system that is not known are refused', async () => {
    for (const more of [
      crs('EPSG:2044'),
      crs('HN-72'),
      { crs: { type: 'link', properties: { href: 'http://x' } } },
    ]) {
      expect(await faultOf(collection([feature(point(1, 2))], more), 'a.geojson')).toBe('projection_unknown')
    }
  })
})

describe('the projection of a Shapefile', () => {
  async function readWith(prj: string | null, central_meridian: number | null = null): Promise<RawFile> {
    const { sitesShapefile, sitesShapefileVn2000 } = await getImportFiles()
    const isGrid = prj === null ? central_meridian !== null : !prj.startsWith('GEOGCS')
    const parts = unzipSync(readFileSync(isGrid ? sitesShapefileVn2000 : sitesShapefile))
    delete parts['sites.prj']
    return read(
      zipSync(prj === null ? parts : { ...parts, 'sites.prj': strToU8(prj) }),
      'a.zip',
      central_meridian,
    )
  }
  const expectFirstSite = (file: RawFile) => {
    const [shape] = shapesOf(file)
    const [lng, lat] = (shape as { coordinates: number[] }).coordinates
    expect(lng).toBeCloseTo(108.073, 6)
    expect(lat).toBeCloseTo(14.40375, 6)
  }
  const grid = (name: string, datum: string) =>
    `PROJCS["${name}",GEOGCS["GCS",DATUM[${datum}],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000],PARAMETER["False_Northing",0],PARAMETER["Central_Meridian",108.25],PARAMETER["Scale_Factor",0.9999],PARAMETER["Latitude_Of_Origin",0],UNIT["Meter",1]]`
  const wgs = 'SPHEROID["WGS_1984",6378137,298.257223563]'

  it.each([
    [
      'as GDAL writes it, without the seven parameters',
      grid('VN_2000_TM_3_108_15', `"D_Vietnam_2000",${wgs}`),
    ],
    ['that is called WGS 84 and has the scale of the grid', grid('VN2000_108-15', `"D_WGS_1984",${wgs}`)],
    ['of a program that calls it nothing', grid('Transverse_Mercator', `"D_unknown",${wgs}`)],
    ['with seven parameters of its own', grid('VN-2000', `"VN_2000",${wgs},TOWGS84[0,0,0,0,0,0,0]`)],
  ])('is VN-2000 %s', async (_, prj) => {
    expectFirstSite(await readWith(prj))
  })

  it('that is missing is told by the range of the values, and said so', async () => {
    const degrees = await readWith(null)
    expectFirstSite(degrees)
    expect(degrees.notes).toEqual([{ code: 'projection_assumed', table: 'sites', count: null }])
    const metres = await readWith(null, fixtureMeridian)
    expectFirstSite(metres)
    expect(metres.notes.map(({ code }) => code)).toContain('projection_assumed_vn2000')
  })

  it('that is missing or old is refused where the metres could be anything', async () => {
    const { sitesShapefileVn2000 } = await getImportFiles()
    const parts = unzipSync(readFileSync(sitesShapefileVn2000))
    delete parts['sites.prj']
    expect(await faultOf(zipSync(parts), 'a.zip')).toBe('projection_unknown')
    const hanoi = grid('Hanoi_1972', '"D_Hanoi_1972",SPHEROID["Krasovsky_1940",6378245,298.3]').replace(
      '0.9999',
      '1',
    )
    const { fault, params } = await refusedWith(readWith(hanoi))
    expect([fault, params['found']]).toEqual(['projection_unknown', 'Hanoi_1972'])
    expect((await refusedWith(readWith('PROJCS["x"'))).fault).toBe('projection_unknown')
  })
})

describe('the attributes of a Shapefile', () => {
  async function readDbf(change: (dbf: Buffer) => Buffer, cpg: string | null): Promise<RawFile> {
    const parts = unzipSync(readFileSync((await getImportFiles()).sitesShapefile))
    delete parts['sites.cpg']
    const dbf = change(Buffer.from(parts['sites.dbf']!))
    return read(
      zipSync({ ...parts, 'sites.dbf': dbf, ...(cpg === null ? {} : { 'sites.cpg': strToU8(cpg) }) }),
      'a.zip',
    )
  }
  /** In the place of the first name, blanks after it. */
  const withName = (name: Buffer) => (dbf: Buffer) => {
    const at = dbf.indexOf('Trạm Lâm Khê 1')
    dbf.fill(' ', at, at + 30)
    name.copy(dbf, at)
    return dbf
  }
  const firstName = (file: RawFile) => file.tables[0]?.rows[0]?.cells[1]

  it('are read in the encoding that their code page file names', async () => {
    const name = Buffer.from('Xã Tà', 'latin1')
    const file = await readDbf(withName(name), 'ISO-8859-1')
    expect([firstName(file), file.encoding]).toEqual(['Xã Tà', 'iso-8859-1'])
    expect(firstName(await readDbf(withName(Buffer.from([0x45, 0xf0, 0xfd])), 'ANSI 1258'))).toBe('Eđư')
    const { fault, params } = await refusedWith(readDbf((dbf) => dbf, 'KLINGON-8'))
    expect([fault, params['encoding']]).toEqual(['encoding_unsupported', 'KLINGON-8'])
  })

  it('are told by their words where none is named', async () => {
    expect((await readDbf((dbf) => dbf, null)).encoding).toBe('utf-8')
    const old = (dbf: Buffer) =>
      Buffer.from(dbf.map((byte, at) => (byte > 0x7f && at > dbf.readUInt16LE(8) ? 0x20 : byte)))
    const file = await readDbf(
      (dbf) => withNameAt(old(dbf), 'TL-S01', Buffer.from('Tr¹m L©m Khª, M­êng Nhµ', 'latin1')),
      null,
    )
    expect([firstName(file), file.encoding]).toEqual(['Trạm Lâm Khê, Mường Nhà', 'tcvn3'])
  })

  it('that are marked as deleted are left out with their shapes', async () => {
    const file = await readDbf((dbf) => {
      dbf[dbf.readUInt16LE(8)] = '*'.charCodeAt(0)
      return dbf
    }, 'UTF-8')
    expect(file.tables[0]?.rows[0]?.at).toBe(2)
    expect(file.notes).toEqual([{ code: 'deleted_record_skipped', table: 'sites', count: 1 }])
  })

  function withNameAt(dbf: Buffer, code: string, name: Buffer): Buffer {
    const at = dbf.indexOf(code) + 80
    dbf.fill(' ', at, at + 80)
    name.copy(dbf, at)
    return dbf
  }
})

describe('a KML', () => {
  const kml = (inside: string) =>
    `<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Mạng lưới</name>${inside}</Document></kml>`
  const mark = (name: string, more = '') =>
    `<Placemark><name>${name}</name>${more}<Point><coordinates>108.1,14.2</coordinates></Point></Placemark>`

  it('has a table per folder, its features counted through the file', async () => {
    const file = await read(
      kml(
        `<Folder><name>Trạm</name>${mark('A')}<Folder><name>4G</name>${mark('B')}</Folder></Folder>${mark('C')}`,
      ),
      'a.kml',
    )
    expect(file.tables.map(({ name, rows }) => [name, rows.map(({ at }) => at)])).toEqual([
      ['Trạm', [1]],
      ['Trạm / 4G', [2]],
      ['a', [3]],
    ])
  })

  it('has extended data as columns, its looks as none, and a page in its description as text', async () => {
    const page =
      '<description><![CDATA[<html><style>p{}</style><table><tr><td>Xã</td><td>Ẳng&nbsp;T&#7903;</td></tr></table><script>x()</script>]]></description>'
    const data =
      '<ExtendedData><Data name="Mã"><value>DB-01</value></Data></ExtendedData><styleUrl>#a</styleUrl>'
    const file = await read(kml(mark('A', page + data)), 'a.kml')
    const { header, rows } = file.tables[0]!
    expect(Object.fromEntries(header!.map((name, at) => [name, rows[0]?.cells[at]]))).toEqual({
      name: 'A',
      description: 'Xã Ẳng Tở',
      Mã: 'DB-01',
    })
  })

  it('never follows a link', async () => {
    const link = '<NetworkLink><name>x</name><Link><href>http://127.0.0.1/x.kml</href></Link></NetworkLink>'
    const file = await read(kml(mark('A') + link), 'a.kml')
    expect(file.tables[0]?.rows).toHaveLength(1)
    expect(file.notes).toEqual([{ code: 'links_not_followed', table: null, count: 1 }])
  })
})
