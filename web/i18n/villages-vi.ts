export const villagesVi = {
  title: 'Sửa thôn, bản',
}
