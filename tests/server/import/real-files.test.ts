import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Position } from 'geojson'
import type { RawFile, RawTable } from '../../../core/import/raw-table.ts'
import { read, refusedWith } from '../../helpers/expect-fault.ts'
import { getImportFiles, type ImportFiles } from '../../helpers/import-files.ts'

let files: ImportFiles

beforeAll(async () => {
  files = await getImportFiles()
})

function readFixture(path: string): Promise<RawFile> {
  return read(readFileSync(path), basename(path))
}

function table(file: RawFile, name: string): RawTable {
  const found = file.tables.find((each) => each.name === name)
  if (found === undefined) throw new Error(`no ${name} among ${file.tables.map((each) => each.name).join()}`)
  return found
}

function rowAt(file: RawFile, name: string, at: number) {
  return table(file, name).rows.find((row) => row.at === at)?.cells
}

describe('a workbook of LibreOffice', () => {
  let file: RawFile

  beforeAll(async () => {
    file = await readFixture(files.sitesXlsx)
  })

  it('gives its visible sheets in their order, and says which one was left out', () => {
    expect(file.format).toBe('xlsx')
    expect(file.tables.map(({ name, header }) => [name, header])).toEqual([
      ['DS trạm', null],
      ['DS thôn bản', null],
    ])
    expect(file.notes).toEqual([{ code: 'hidden_sheet_skipped', table: 'Nháp', count: 1 }])
  })

  it('counts rows as the sheet does, titles and empty ones included', () => {
    expect(rowAt(file, 'DS trạm', 1)).toEqual(['BÁO CÁO DANH SÁCH TRẠM BTS TRÊN ĐỊA BÀN TỈNH TRƯỜNG LÂM'])
    expect(rowAt(file, 'DS trạm', 3)).toBeUndefined()
    expect(rowAt(file, 'DS trạm', 17)?.slice(0, 2)).toEqual(['Tổng cộng', null])
  })

  it('has the text of a merged header in its first cell alone', () => {
    expect(rowAt(file, 'DS trạm', 4)?.slice(4, 8)).toEqual(['Huyện', 'Tọa độ (VN-2000)', null, 'Công nghệ'])
    expect(rowAt(file, 'DS trạm', 5)?.slice(4, 8)).toEqual([null, 'X (Bắc)', 'Y (Đông)', '2G'])
  })

  it('keeps numbers, texts of numbers, stray spaces and days apart', () => {
    expect(rowAt(file, 'DS trạm', 7)?.slice(5)).toEqual([
      1592978.56,
      480718.91,
      'x',
      'x',
      'X',
      30,
      '2016-03-01',
    ])
    expect(rowAt(file, 'DS trạm', 8)?.slice(5, 7)).toEqual(['1602583,34', '519825,03'])
    expect(rowAt(file, 'DS trạm', 10)?.[2]).toBe('  Trạm Ẵng Rai 1 ')
    expect(rowAt(file, 'DS trạm', 11)?.[11]).toBe('tháng 6/2018')
  })

  it('gives the value of a formula', () => {
    expect(rowAt(file, 'DS trạm', 17)?.[10]).toBe(354)
  })
})

describe('files of GDAL', () => {
  it('hold the same sites, whatever the format and the projection', async () => {
    const expected = table(await readFixture(files.sitesGeojson), 'sites')
    const paths = [
      files.sitesShapefile,
      files.sitesShapefileVn2000,
      files.sitesKmz,
      files.sitesGpx,
      files.gpkg,
    ]
    for (const path of paths) {
      const file = await readFixture(path)
      const found = file.tables.find(({ name }) => name === 'sites' || name === 'waypoints')
      expect(
        found?.rows.map(({ at }) => at),
        path,
      ).toEqual(expected.rows.map(({ at }) => at))
      found?.rows.forEach((row, index) => expectNear(row.geometry, expected.rows[index]?.geometry))
      const name = found?.header?.findIndex((column) => column.endsWith('ten_tram')) ?? -1
      expect(
        found?.rows.map(({ cells }) => cells[name]),
        path,
      ).toEqual(expected.rows.map(({ cells }) => cells[1]))
    }
  })

  it('drop heights, keep what has no shape and say both', async () => {
    for (const path of [files.routesGeojson, files.routesKml, files.gpkg]) {
      const file = await readFixture(path)
      const { rows } = table(file, 'routes')
      const types = rows.map(({ geometry }) => geometry?.type ?? null)
      expect(types, path).toEqual(['LineString', 'MultiLineString', 'LineString', null])
      expect(JSON.stringify(rows[2]?.geometry)).not.toContain('612.5')
      expect(file.notes, path).toContainEqual({ code: 'heights_dropped', table: 'routes', count: 1 })
    }
  })

  it('give each layer as a table, those without shapes too', async () => {
    const file = await readFixture(files.gpkg)
    expect(file.tables.map(({ name }) => name)).toEqual(['routes', 'sites', 'facilities'])
    const [first] = table(file, 'facilities').rows
    expect(first).not.toHaveProperty('geometry')
    expect(first?.cells).toContain('Trường tiểu học Lâm Khê')
    const layers = await readFixture(files.layersShapefile)
    expect(layers.tables.map(({ name }) => name).sort()).toEqual(['routes', 'sites'])
    expect(layers.encoding).toBe('utf-8')
  })

  it('keep days as days and numbers as numbers', async () => {
    for (const path of [files.gpkg, files.sitesShapefile]) {
      const { header, rows } = table(await readFixture(path), 'sites')
      const cells = Object.fromEntries(header!.map((name, at) => [name, rows[0]?.cells[at]]))
      expect(cells).toMatchObject({ ngay_ps: '2015-03-01', chieu_cao: 30 })
    }
  })
})

it('a text with semicolons and decimal commas is separated by the semicolons', async () => {
  const file = await readFixture(files.facilitiesCsv)
  expect(rowAt(file, 'facilities', 3)).toEqual([
    'CS02',
    'Trạm y tế Suối Ngà; cơ sở 2',
    'trạm y tế',
    'Suối Ngà',
    '14,4847',
    '108,5133',
    '3',
  ])
})

it('a file is read by what it is, and a name that says otherwise is noted', async () => {
  const file = await read(readFileSync(files.sitesXlsx), 'danh sach.csv')
  expect(file.format).toBe('xlsx')
  expect(file.notes.map(({ code }) => code)).toContain('named_otherwise')
})

it('the flat sheet of LibreOffice is refused by its name', async () => {
  const error = await refusedWith(readFixture(files.sitesFods))
  expect([error.fault, error.params['found']]).toEqual(['format_unknown', 'xml document'])
})

function expectNear(found: unknown, expected: unknown): void {
  const [a, b] = [found, expected].map((shape) => (shape as { coordinates: Position }).coordinates)
  expect(Math.abs(a![0]! - b![0]!)).toBeLessThan(1e-7)
  expect(Math.abs(a![1]! - b![1]!)).toBeLessThan(1e-7)
}
