export const editingVi = {
  title: 'Sửa trạm',
}
