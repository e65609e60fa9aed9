import type { TranslationOf } from './i18n.ts'
import type { editingVi } from './editing-vi.ts'

export const editingEn: TranslationOf<typeof editingVi> = {
  title: 'Edit site',
}
