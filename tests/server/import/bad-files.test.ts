import { readFileSync } from 'node:fs'
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { faultOf, read, refusedWith } from '../../helpers/expect-fault.ts'
import { getImportFiles, type ImportFiles } from '../../helpers/import-files.ts'
import { toWorkbook } from '../../helpers/made-up-workbook.ts'

let files: ImportFiles

beforeAll(async () => {
  files = await getImportFiles()
})

const zipped = (parts: Zippable) => zipSync(parts, { level: 6 })
const kml = (inside: string, prolog = '') =>
  `<?xml version="1.0"?>${prolog}<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inside}</Document></kml>`
const placemark = '<Placemark><name>A</name><Point><coordinates>108.1,14.2</coordinates></Point></Placemark>'
const oleMark = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

describe('a file is refused', () => {
  it('when it is empty, or holds blanks alone', async () => {
    for (const name of ['a.xlsx', 'a.csv', 'a.kml', 'a.zip'])
      expect(await faultOf('', name)).toBe('file_empty')
    expect(await faultOf('\ufeff \r\n\r\n', 'a.csv')).toBe('file_empty')
    expect(await faultOf(';;;\n;;;\n', 'a.csv')).toBe('file_empty')
    expect(await faultOf('{"type":"FeatureCollection","features":[]}', 'a.geojson')).toBe('file_empty')
    expect(await faultOf(kml(''), 'a.kml')).toBe('file_empty')
  })

  it('when its second half is missing', async () => {
    const half = (path: string) => {
      const bytes = readFileSync(path)
      return bytes.subarray(0, Math.floor(bytes.length / 2))
    }
    expect(await faultOf(half(files.sitesXlsx), 'a.xlsx')).toBe('file_truncated')
    expect(await faultOf(half(files.sitesShapefile), 'a.zip')).toBe('file_truncated')
    expect(await faultOf(half(files.routesKml), 'a.kml')).toBe('file_truncated')
    expect(await faultOf(half(files.sitesGpx), 'a.gpx')).toBe('file_truncated')
    expect(await faultOf(half(files.sitesGeojson), 'a.geojson')).toBe('file_truncated')
    expect(await faultOf(half(files.gpkg), 'a.gpkg')).toBe('file_damaged')
    expect(await faultOf('Mã,Tên\nA,"Ẳng Tở', 'a.csv')).toBe('file_truncated')
  })

  it('by the name of what it is', async () => {
    const found = async (bytes: Uint8Array | string) => {
      const { fault, params } = await refusedWith(read(bytes, 'danh sách.xls'))
      return [fault, params['found']]
    }
    expect(await found('<html><body><table><tr><td>1</td></tr></table></body></html>')).toEqual([
      'format_unknown',
      'html',
    ])
    expect(await found('<table border="1"><tr><td>1</td></tr></table>')).toEqual(['format_unknown', 'html'])
    expect(await found('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>')).toEqual([
      'format_unknown',
      'xml-spreadsheet',
    ])
    const ods = zipped({
      mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': strToU8('<a/>'),
    })
    expect(await found(ods)).toEqual(['format_unknown', 'ods'])
    expect(
      await found(zipped({ '[Content_Types].xml': strToU8('<a/>'), 'word/document.xml': strToU8('<a/>') })),
    ).toEqual(['format_unknown', 'docx'])
    expect(await found('%PDF-1.7\n%âãÏÓ')).toEqual(['format_unknown', 'pdf'])
    const png = [
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0,
      0, 1,
    ]
    expect(await found(Buffer.from([...png, ...Array(40).fill(0)]))).toEqual(['format_unknown', 'png'])
    expect(await found(Buffer.from([1, 0, 2, 0, 0, 9, 7, 0, 0, 0, 3]))).toEqual(['format_unknown', 'binary'])
    expect(await found('{"type":"Topology"}')).toEqual(['format_unknown', 'Topology'])
    expect(await found('[{"a":1}]')).toEqual(['format_unknown', 'json'])
  })

  it('when it is an xls of before 2007, or locked by a password', async () => {
    expect(await faultOf(Buffer.from([...oleMark, ...Array(600).fill(0)]), 'a.xls')).toBe('format_xls')
    const locked = Buffer.concat([
      Buffer.from(oleMark),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    expect(await faultOf(locked, 'a.xlsx')).toBe('file_encrypted')
  })

  it('when it is a database of another kind', async () => {
    const { default: initSqlJs } = await import('sql.js')
    const { Database } = await initSqlJs()
    const database = new Database()
    database.run('create table a (b text)')
    const { fault, params } = await refusedWith(read(database.export(), 'a.gpkg'))
    expect([fault, params['found']]).toEqual(['format_unknown', 'sqlite'])
  })
})

describe('an archive is refused', () => {
  it('when it would unpack to a thousand times its size', async () => {
    const bomb = toWorkbook({ rows: ' '.repeat(17_000_000) })
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await faultOf(bomb, 'a.xlsx')).toBe('archive_too_large')
  })

  it('when a part unpacks to more than the listing says', async () => {
    const bytes = Buffer.from(toWorkbook({ rows: `<row><c><v>1</v></c></row>${' '.repeat(100_000)}` }))
    const listing = bytes.lastIndexOf('xl/worksheets/sheet1.xml') - 46
    bytes.writeUInt32LE(300, listing + 24)
    const { fault, params } = await refusedWith(read(bytes, 'a.xlsx'))
    expect([fault, params['part']]).toEqual(['file_damaged', 'xl/worksheets/sheet1.xml'])
  })

  it('when a part’s name leads out of it', async () => {
    for (const name of ['../../etc/cron.d/x.kml', '/etc/x.kml', 'C:/x.kml', 'a/../../x.kml']) {
      expect(await faultOf(zipped({ [name]: strToU8(kml(placemark)) }), 'a.kmz'), name).toBe(
        'archive_path_unsafe',
      )
    }
  })

  it('when it has thousands of parts', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 5_001 }, (_, at) => [`${at}.kml`, new Uint8Array()]),
    )
    expect(await faultOf(zipSync(parts, { level: 0 }), 'a.kmz')).toBe('archive_too_large')
  })

  it('when there is nothing in it that can be read', async () => {
    expect(await faultOf(zipped({ 'a.txt': strToU8('a') }), 'a.zip')).toBe('archive_without_table')
  })

  it('when a part of the Shapefile is missing, and says which', async () => {
    const parts = unzipSync(readFileSync(files.sitesShapefile))
    for (const ending of ['shp', 'dbf']) {
      const others = Object.fromEntries(Object.entries(parts).filter(([name]) => !name.endsWith(ending)))
      const { fault, params } = await refusedWith(read(zipped(others), 'a.zip'))
      expect([fault, params['part']]).toEqual(['part_missing', `sites.${ending}`])
    }
    expect(await faultOf(parts['sites.shp']!, 'sites.shp')).toBe('part_missing')
  })

  it('when its Shapefile was cut, however its parts count', async () => {
    const parts = unzipSync(readFileSync(files.sitesShapefile))
    for (const name of ['sites.shp', 'sites.dbf']) {
      const cut = { ...parts, [name]: parts[name]!.subarray(0, parts[name]!.length - 40) }
      const { fault, params } = await refusedWith(read(zipped(cut), 'a.zip'))
      expect([fault, params['part']]).toEqual(['file_truncated', name])
    }
    // A length that leads back to where the record begins would be read for ever.
    const back = Buffer.from(parts['sites.shp']!)
    back.writeInt32BE(-4, 104)
    expect(await faultOf(zipped({ ...parts, 'sites.shp': back }), 'a.zip')).toBe('file_damaged')
  })
})

describe('a KML is refused', () => {
  it('for entities and document types, before anything is built of it', async () => {
    const laughs =
      '<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    const external = '<!DOCTYPE k [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    const remote = '<!DOCTYPE kml SYSTEM "http://127.0.0.1/x.dtd">'
    for (const prolog of [laughs, external, remote]) {
      expect(await faultOf(kml(placemark, prolog), 'a.kml')).toBe('xml_unsafe')
      expect(await faultOf(zipped({ 'doc.kml': strToU8(kml(placemark, prolog)) }), 'a.kmz')).toBe(
        'xml_unsafe',
      )
    }
    expect(await faultOf(kml(placemark.replace('>A<', '>&e;<')), 'a.kml')).toBe('file_damaged')
  })

  it('for folders in folders without end', async () => {
    expect(await faultOf(kml(`${'<Folder>'.repeat(5_000)}${'</Folder>'.repeat(5_000)}`), 'a.kml')).toBe(
      'xml_unsafe',
    )
  })

  it('with the line of what is wrong', async () => {
    const { fault, params } = await refusedWith(
      read(kml('\n\n<Placemark><name>A</nome></Placemark>'), 'a.kml'),
    )
    expect([fault, params['line']]).toEqual(['file_damaged', 3])
  })
})

it('a text of a million rows is refused before all of them are read', async () => {
  expect(await faultOf('a\n'.repeat(1_000_000), 'a.csv')).toBe('rows_too_many')
})

it('a text with a header of 10,000 columns is refused with its line', async () => {
  const header = Array.from({ length: 10_000 }, (_, at) => `c${at}`).join(',')
  const { fault, params } = await refusedWith(read(`DANH SÁCH\n\n${header}\n`, 'a.csv'))
  expect([fault, params['found'], params['line']]).toEqual(['columns_too_many', 10_000, 3])
})
