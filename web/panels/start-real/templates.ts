/** Which columns has a file of each list, as officials write them, and how does a row look? Titles are Vietnamese in every language. */
import type { ImportNoun } from '../../../core/import/nouns.ts'
import type { ColumnKind, ExportColumn, ExportValue } from '../../export/export-table.ts'

export interface Template {
  readonly columns: readonly ExportColumn[]
  readonly examples: readonly (readonly ExportValue[])[]
}

/** A column with what stands in it in each of the examples. */
type Filled = readonly [title: string, kind: ColumnKind, ...values: readonly ExportValue[]]

function toTemplate(...filled: readonly Filled[]): Template {
  const rows = Math.max(...filled.map((column) => column.length - 2))
  return {
    columns: filled.map(([title, kind]) => ({ title, kind })),
    examples: Array.from({ length: rows }, (_, at) => filled.map(([, , ...values]) => values[at] ?? null)),
  }
}

export const templates: Readonly<Record<ImportNoun, Template>> = {
  admin_units: toTemplate(
    ['Cấp đơn vị', 'text', 'xã'],
    ['Mã đơn vị', 'text', '03127'],
    ['Tên', 'text', 'Phường Mường Thanh'],
    ['Loại đơn vị', 'text', 'phường'],
    ['Dân số', 'integer', 12_345],
    ['Số hộ', 'integer', 3_210],
    ['Diện tích', 'decimal', 12.5],
  ),
  villages: toTemplate(
    ['Mã thôn, bản', 'text', '03323-01', '03323-02'],
    ['Tên thôn, bản', 'text', 'Bản Nậm Ty 1', 'Bản Nậm Ty 2'],
    ['Loại', 'text', 'bản', 'bản'],
    ['Xã', 'text', 'Xã Hua Thanh', 'Xã Hua Thanh'],
    ['Huyện', 'text', 'Huyện Điện Biên', 'Huyện Điện Biên'],
    ['Vĩ độ', 'decimal', 21.45678, null],
    ['Kinh độ', 'decimal', 103.01234, null],
    ['Số hộ', 'integer', 64, 51],
    ['Số dân', 'integer', 320, 248],
    ['Điện lưới', 'text', 'có', 'không'],
    ['Đặc biệt khó khăn', 'text', 'x', 'x'],
    ['Biên giới', 'text', null, 'x'],
  ),
  sites: toTemplate(
    ['Mã trạm', 'text', 'DBN0123', 'DBN0124'],
    ['Tên trạm', 'text', 'Hua Thanh 1', 'Hua Thanh 2'],
    ['Nhà mạng', 'text', 'Viettel', 'VNPT'],
    ['Vĩ độ', 'decimal', 21.45678, 21.46789],
    ['Kinh độ', 'decimal', 103.01234, 103.02345],
    ['Địa chỉ', 'text', 'Bản Nậm Ty 1, xã Hua Thanh', null],
    ['Công nghệ', 'text', '2G/3G/4G', '4G'],
    ['Thời gian phát sóng', 'date', '2019-05-20', '2021-11-02'],
    ['Nguồn điện', 'text', 'điện lưới', 'máy nổ'],
    ['Truyền dẫn', 'text', 'quang', 'viba'],
    ['Loại cột', 'text', 'A2a', 'A1'],
    ['Chiều cao cột', 'decimal', 42, 30],
    ['Khả năng dùng chung', 'text', 'có', 'không'],
    ['Ghi chú', 'text', null, null],
  ),
  village_services: toTemplate(
    ['Mã thôn, bản', 'text', '03323-01', '03323-02'],
    ['Thôn, bản', 'text', 'Bản Nậm Ty 1', 'Bản Nậm Ty 2'],
    ['Xã', 'text', 'Xã Hua Thanh', 'Xã Hua Thanh'],
    ['Huyện', 'text', 'Huyện Điện Biên', 'Huyện Điện Biên'],
    ['Nhà mạng', 'text', 'Viettel', 'Viettel'],
    ['Cáp quang', 'text', 'có', 'không'],
    ['2G', 'text', 'có', 'có'],
    ['3G', 'text', 'có', 'không'],
    ['4G', 'text', 'có', 'không'],
    ['5G', 'text', 'không', 'không'],
    ['Nguồn tin', 'text', 'doanh nghiệp báo cáo', 'doanh nghiệp báo cáo'],
    ['Ngày', 'date', '2026-06-30', '2026-06-30'],
  ),
  cable_routes: toTemplate(
    ['Mã tuyến', 'text', 'T-001'],
    ['Tên tuyến', 'text', 'Điện Biên Phủ – Hua Thanh'],
    ['Doanh nghiệp', 'text', 'VNPT'],
    ['Ngầm hay treo', 'text', 'treo'],
    ['Loại cáp', 'text', 'quang'],
    ['Dung lượng', 'text', '24FO'],
    ['Chiều dài (km)', 'decimal', 8.4],
    ['Điểm đầu', 'text', '21.38600, 103.01600'],
    ['Điểm cuối', 'text', '21.45678, 103.01234'],
  ),
  facilities: toTemplate(
    ['Mã', 'text', 'CS-001'],
    ['Tên', 'text', 'Trạm y tế xã Hua Thanh'],
    ['Loại', 'text', 'trạm y tế'],
    ['Vĩ độ', 'decimal', 21.45678],
    ['Kinh độ', 'decimal', 103.01234],
    ['Địa chỉ', 'text', 'Bản Nậm Ty 1, xã Hua Thanh'],
  ),
  assignments: toTemplate(
    ['Văn bản', 'text', '4638/KH-UBND'],
    ['TT', 'integer', 1],
    ['Thôn, bản', 'text', 'Nậm Ty 1'],
    ['Xã', 'text', 'Xã Hua Thanh'],
    ['Huyện', 'text', 'Huyện Điện Biên'],
    ['Doanh nghiệp', 'text', 'Viettel'],
    ['Dịch vụ', 'text', 'di động'],
    ['Thời hạn', 'date', '2026-12-31'],
  ),
  indicator_values: toTemplate(
    ['Chỉ tiêu', 'text', '2'],
    ['Năm', 'integer', 2025],
    ['Loại số', 'text', 'thực hiện'],
    ['Giá trị', 'decimal', 94.4],
  ),
  speed_results: toTemplate(
    ['Mã xã', 'text', '03127'],
    ['Kỳ', 'text', '6/2026'],
    ['Mạng', 'text', 'di động'],
    ['Số mẫu', 'integer', 412],
    ['Tốc độ tải xuống', 'decimal', 48.2],
    ['Tốc độ tải lên', 'decimal', 17.9],
    ['Độ trễ', 'decimal', 31],
  ),
}
