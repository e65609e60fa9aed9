import type { TranslationOf } from './i18n.ts'
import type { villagesVi } from './villages-vi.ts'

export const villagesEn: TranslationOf<typeof villagesVi> = {
  title: 'Edit village',
}
