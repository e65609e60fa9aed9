/** Which table do the tests of the writers write? One value of everything that goes wrong in spreadsheets. */
import type { ExportTable } from '../../../web/export/export-table.ts'

export const villages: ExportTable = {
  title: 'Thôn, bản chưa có sóng 4G',
  notes: ['DỮ LIỆU MẪU', 'Nguồn: Kế hoạch 4638/KH-UBND; đến 30/06/2021'],
  columns: [
    { title: 'Mã', kind: 'text' },
    { title: 'Thôn, bản', kind: 'text', width: 30 },
    { title: 'Số dân', kind: 'integer' },
    { title: 'Cách trạm (km)', kind: 'decimal' },
    { title: 'Tỷ lệ', kind: 'percent' },
    { title: 'Hạn', kind: 'date' },
  ],
  rows: [
    ['03127', 'Huổi Moi', 1445, 12.25, 94.4, '2021-12-15'],
    ['00001', 'Ẳng Tở; "cũ"\nxóm 2', 0, -3.5, 100, null],
    ['0904', '=HYPERLINK("http://x")', 12, 1234567.125, 0, '2020-02-29'],
    ['+84', '-Nậm Pồ', null, null, null, 'chưa quy định'],
    ['@x', '\tTủa Chùa'.normalize('NFD'), Number.NaN, 0.1, -1.5, '2021-02-30'],
  ],
  file_name: 'thon-ban',
}
