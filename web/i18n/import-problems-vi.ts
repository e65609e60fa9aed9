/** What was noticed when a file was read, in Vietnamese? */

/** What the reader has changed or left out. */
export const fileNotesVi = {
  other: 'Ghi chú khi đọc: {{code}}.',
  converted_tcvn3: 'Chữ mã TCVN3 đã chuyển sang Unicode.',
  converted_vni: 'Chữ mã VNI đã chuyển sang Unicode.',
  heights_dropped: 'Bỏ độ cao của {{n}} vị trí.',
  macros_ignored: 'Không chạy macro trong tệp.',
  named_otherwise: 'Đuôi tệp không đúng với nội dung; đọc theo nội dung.',
  projection_assumed: 'Tệp không ghi hệ tọa độ; hiểu là WGS 84.',
  projection_assumed_vn2000: 'Tệp không ghi hệ tọa độ; hiểu là VN-2000 múi của tỉnh.',
  hidden_sheet_skipped: 'Bỏ qua trang ẩn.',
  hidden_rows_read: 'Có {{n}} dòng ẩn, vẫn được đọc.',
  links_not_followed: 'Không mở liên kết mạng trong tệp.',
  deleted_record_skipped: 'Bỏ {{n}} bản ghi đã đánh dấu xóa.',
} as const
