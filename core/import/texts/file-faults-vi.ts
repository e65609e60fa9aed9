/** What is wrong with a file as a whole, and what is to be done, in Vietnamese? */
import type { FileFault } from '../problems.ts'
import type { ProblemText } from './cell-problems-vi.ts'

export const fileFaultsVi = {
  file_empty: { text: 'Tệp trống.', remedy: 'Mở tệp xem có dữ liệu không, lưu lại rồi gửi lại.' },
  file_truncated: {
    text: 'Tệp bị cắt giữa chừng.',
    remedy: 'Tải hoặc chép lại tệp từ nơi gửi cho trọn vẹn, rồi gửi lại.',
  },
  file_damaged: {
    text: 'Tệp bị hỏng.',
    remedy: 'Mở bằng chương trình đã tạo ra nó, lưu thành tệp mới rồi gửi lại.',
  },
  format_unknown: {
    text: 'Không nhận ra định dạng của tệp ({{found}}).',
    remedy: 'Lưu thành .xlsx, .csv, GeoJSON, KML, GPX, Shapefile nén .zip hoặc GeoPackage.',
  },
  format_xls: {
    text: 'Tệp .xls là định dạng Excel trước năm 2007, không nhập được.',
    remedy: 'Mở bằng Excel hoặc LibreOffice, chọn Lưu thành (Save As) kiểu .xlsx, rồi gửi tệp .xlsx.',
  },
  format_not_as_named: {
    text: 'Đuôi tệp không đúng với nội dung.',
    remedy: 'Lưu lại đúng định dạng từ chương trình gốc; đổi đuôi bằng tay không đủ.',
  },
  file_encrypted: {
    text: 'Tệp đặt mật khẩu.',
    remedy: 'Bỏ mật khẩu (Excel: Tệp, Thông tin, Bảo vệ sổ làm việc), lưu rồi gửi lại.',
  },
  file_too_large: {
    text: 'Tệp quá lớn để đọc.',
    remedy: 'Bỏ ảnh và trang không cần, hoặc chia thành nhiều tệp.',
  },
  rows_too_many: {
    text: 'Quá nhiều dòng, nhiều nhất {{most}}.',
    remedy: 'Chia thành nhiều tệp, mỗi tệp một phần.',
  },
  columns_too_many: {
    text: 'Quá nhiều cột, nhiều nhất {{most}}.',
    remedy: 'Xóa các cột trống hoặc không cần ở bên phải bảng.',
  },
  cells_too_many: {
    text: 'Quá nhiều ô, nhiều nhất {{most}}.',
    remedy: 'Xóa dòng, cột trống đã định dạng, hoặc chia thành nhiều tệp.',
  },
  archive_too_large: {
    text: 'Tệp nén giải ra quá lớn.',
    remedy: 'Nén lại, chỉ gồm các tệp cần nhập.',
  },
  archive_path_unsafe: {
    text: 'Tệp nén có đường dẫn không an toàn.',
    remedy: 'Nén lại từ một thư mục thường, không dùng đường dẫn tuyệt đối hoặc “..”.',
  },
  archive_without_table: {
    text: 'Tệp nén không chứa bảng hay lớp bản đồ nào đọc được.',
    remedy: 'Nén đủ bộ .shp, .shx, .dbf, .prj của một lớp.',
  },
  xml_unsafe: {
    text: 'Tệp có khai báo XML không được phép.',
    remedy: 'Xuất lại từ Google Earth, QGIS hoặc Excel, không sửa bằng tay.',
  },
  encoding_unknown: {
    text: 'Không nhận ra bảng mã của chữ.',
    remedy: 'Lưu thành “CSV UTF-8” trong Excel, hoặc thành .xlsx.',
  },
  encoding_unsupported: {
    text: 'Chưa đọc được bảng mã {{encoding}}.',
    remedy: 'Chuyển sang Unicode (UTF-8), hoặc lưu thành .xlsx.',
  },
  projection_unknown: {
    text: 'Không biết hệ tọa độ của lớp.',
    remedy: 'Xuất lại theo WGS 84 (EPSG:4326), hoặc kèm tệp .prj đúng.',
  },
  part_missing: {
    text: 'Thiếu phần {{part}}.',
    remedy: 'Nén lại đủ các phần của lớp (.shp, .shx, .dbf, .prj).',
  },
  table_missing: {
    text: 'Tệp không có trang hay lớp này.',
    remedy: 'Chọn trang hoặc lớp khác.',
  },
  header_not_found: {
    text: 'Không tìm thấy dòng tiêu đề.',
    remedy: 'Chọn dòng tiêu đề ở mục Cột, hoặc thêm một dòng tên cột ở trên bảng.',
  },
  reading_took_too_long: {
    text: 'Đọc tệp quá lâu nên đã dừng.',
    remedy: 'Thử lại lúc máy chủ rảnh, hoặc chia thành nhiều tệp.',
  },
  /** Told of an import whose reading was stopped with the server. */
  interrupted: { text: 'Máy chủ đã dừng khi đang đọc tệp.', remedy: 'Đọc lại tệp này.' },
  internal: {
    text: 'Máy chủ gặp lỗi khi đọc tệp. Lỗi đã được ghi lại.',
    remedy: 'Thử đọc lại; nếu vẫn lỗi, báo quản trị.',
  },
} as const satisfies Record<FileFault | 'interrupted' | 'internal', ProblemText>
