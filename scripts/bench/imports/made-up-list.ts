/** What does a carrier's list of many sites look like? Made up, the same in every run, as an official's Excel and as its csv. */
import ExcelJS from 'exceljs'
import type { LngLat } from '../../../core/geo.ts'
import { createRandom } from '../random-data.ts'

export type ListCell = string | number

/** Titles as carriers write them; the last two are the position, so that a csv of it can be loaded as it stands. */
export const listTitles = [
  'TT',
  'Mã trạm',
  'Tên trạm',
  'Địa chỉ',
  'Công nghệ',
  'Ngày phát sóng',
  'Loại cột',
  'Chiều cao cột (m)',
  'Nguồn điện',
  'Máy phát điện',
  'Truyền dẫn',
  'Dùng chung',
  'Trạng thái',
  'Kinh độ',
  'Vĩ độ',
] as const

export function createList(positions: readonly LngLat[]): ListCell[][] {
  const random = createRandom(29)
  const pick = <T>(values: readonly [T, ...T[]]): T =>
    values[Math.floor(random() * values.length)] ?? values[0]
  return positions.map(([lng, lat], index) => {
    const number = String(index + 1).padStart(5, '0')
    return [
      index + 1,
      `VNP-${number}`,
      `Trạm ${pick(['Nà Tấu', 'Pú Nhi', 'Mường Nhà', 'Sam Mứn', 'Chung Chải'])} ${number}`,
      `Bản ${pick(['Nà Luông', 'Huổi Chan', 'Co Mỵ', 'Pá Khoang'])}, số ${number}`,
      pick(['4G', '3G', '2G/3G', '3G/4G']),
      `${pick(['02', '15', '28'])}/${pick(['01', '06', '11'])}/${pick(['2012', '2016', '2019'])}`,
      pick(['A2a', 'A2b', 'A2c']),
      pick([18, 24, 36, 42]),
      pick(['Điện lưới', 'Máy nổ', 'Năng lượng mặt trời']),
      pick(['x', '']),
      pick(['Cáp quang', 'Viba']),
      pick(['Có', 'Không']),
      'Hoạt động',
      Number(lng.toFixed(6)),
      Number(lat.toFixed(6)),
    ]
  })
}

/** As the browser of an official saves it: with commas, quoted where a comma stands within. */
export function toCsv(rows: readonly (readonly ListCell[])[]): string {
  const quote = (cell: ListCell) => (/[",\n]/.test(String(cell)) ? `"${String(cell)}"` : String(cell))
  return [listTitles, ...rows].map((row) => row.map(quote).join(',')).join('\n') + '\n'
}

/** With a title above the header, as sheets have it. */
export async function writeXlsx(path: string, rows: readonly (readonly ListCell[])[]): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true })
  const sheet = workbook.addWorksheet('Trạm')
  for (const row of [['DANH SÁCH TRẠM BTS'], listTitles, ...rows]) sheet.addRow(row).commit()
  sheet.commit()
  await workbook.commit()
}
