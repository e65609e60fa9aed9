import type { TranslationOf } from './i18n.ts'
import type { accountsVi } from './accounts-vi.ts'

export const accountsEn: TranslationOf<typeof accountsVi> = {
  title: 'Sign in',
}
