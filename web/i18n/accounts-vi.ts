export const accountsVi = {
  title: 'Đăng nhập',
}
