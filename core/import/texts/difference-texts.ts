/** How is a difference between two lists told in a sheet that goes back to the sender? */
export type TextLanguage = 'vi' | 'en'

export const differenceTexts = {
  vi: {
    kinds: {
      added: 'Thêm',
      moved: 'Chuyển chỗ',
      changed: 'Thay đổi',
      ended: 'Ngừng',
      dropped: 'Không còn trong danh sách',
      returned: 'Trở lại',
    },
    header: [
      'Dòng',
      'Mã',
      'Tên',
      'Dịch chuyển (m)',
      'Vị trí lần trước',
      'Vị trí lần này',
      'Trường đổi: trước → sau',
    ],
    nothing: 'trống',
    yes: 'có',
    no: 'không',
  },
  en: {
    kinds: {
      added: 'Added',
      moved: 'Moved',
      changed: 'Changed',
      ended: 'Ended',
      dropped: 'No longer listed',
      returned: 'Returned',
    },
    header: [
      'Row',
      'Code',
      'Name',
      'Moved (m)',
      'Position in the last list',
      'Position now',
      'Changed field: before → after',
    ],
    nothing: 'empty',
    yes: 'yes',
    no: 'no',
  },
} as const

/** A value of a list, in words. */
export function toSaidText(value: unknown, language: TextLanguage): string {
  const { nothing, yes, no } = differenceTexts[language]
  if (value === null || value === undefined) return nothing
  if (typeof value === 'boolean') return value ? yes : no
  if (typeof value === 'number') return value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
