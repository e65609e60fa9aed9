import { expect, it } from 'vitest'
import { toFileName } from '../../../web/export/to-file-name.ts'

it.each([
  ['Khoảng trống 4G, huyện Nậm Pồ', 'khoang-trong-4g-huyen-nam-po.csv'],
  ['  Đề Bâu/..\\x ', 'de-bau-x.csv'],
  ['***', 'ban-do.csv'],
])('calls a file of “%s” %s', (title, name) => {
  expect(toFileName(title, 'csv')).toBe(name)
})
