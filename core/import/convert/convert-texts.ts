/** What does a converted list say in its added columns? */
import type { ConvertDirection, Doubt, FoundBy } from './convert-unit.ts'

export interface ConvertTexts {
  readonly titles: Readonly<Record<ConvertDirection, readonly [string, string, string, string]>>
  readonly by: Readonly<Record<FoundBy, string>>
  readonly doubtful: string
  readonly doubts: Readonly<Record<Doubt, string>>
  readonly read_as: (name: string, code: string) => string
  readonly old: string
  readonly new: string
  readonly none: string
}

const vi: ConvertTexts = {
  titles: {
    'to-new': ['Xã, phường mới (từ 7/2025)', 'Mã xã mới', 'Cách tìm', 'Cần xem lại'],
    'to-old': ['Xã, phường cũ (đến 6/2025)', 'Mã xã cũ', 'Cách tìm', 'Cần xem lại'],
  },
  by: {
    exact: 'đúng tên',
    folded: 'đúng tên, không dấu',
    variant: 'cách viết khác đã biết',
    code: 'theo mã',
    already: 'đã là đơn vị cần tìm',
  },
  doubtful: 'CẦN XEM LẠI',
  doubts: {
    name_of_both: 'tên này vừa là xã cũ, vừa là xã mới ở nơi khác',
    code_of_both: 'mã này trước và sau 7/2025 chỉ hai đơn vị khác nhau',
    code_disagrees: 'tên và mã không khớp nhau',
    several: 'nhiều xã cùng tên, cần thêm tên huyện',
    only_alike: 'chỉ có tên gần giống',
    not_found: 'không tìm thấy xã nào như vậy trong tỉnh',
    no_counterpart: 'chưa rõ thuộc đơn vị nào',
  },
  read_as: (name, code) => `nếu là ${name}, mã ${code}`,
  old: 'cũ',
  new: 'mới',
  none: 'chưa rõ',
}

const en: ConvertTexts = {
  titles: {
    'to-new': ['New commune (since 7/2025)', 'New code', 'Found by', 'To be checked'],
    'to-old': ['Old communes (to 6/2025)', 'Old codes', 'Found by', 'To be checked'],
  },
  by: {
    exact: 'its name',
    folded: 'its name without diacritics',
    variant: 'a known spelling',
    code: 'its code',
    already: 'is what was asked for',
  },
  doubtful: 'CHECK',
  doubts: {
    name_of_both: 'both an old commune and a new one elsewhere are called so',
    code_of_both: 'the code names different communes before and since 7/2025',
    code_disagrees: 'name and code do not agree',
    several: 'several communes are called so; add the district',
    only_alike: 'only something like it is known',
    not_found: 'no such commune in the province',
    no_counterpart: 'its counterpart is not known',
  },
  read_as: (name, code) => `if ${name}, code ${code}`,
  old: '(old)',
  new: '(new)',
  none: 'not known',
}

export const convertTexts: Readonly<Record<'vi' | 'en', ConvertTexts>> = { vi, en }
