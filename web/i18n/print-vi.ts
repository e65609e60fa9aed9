/** Texts of the printed sheet and of exported lists, in Vietnamese. */
export const printVi = {
  sample_note:
    'DỮ LIỆU MẪU: vị trí và phần lớn tình trạng dịch vụ được tạo ra để chạy thử, không dùng để điều hành.',
  exported_on: 'Xuất ngày {{date}}',
  address: 'Đường dẫn: {{href}}',
}
