/** The texts of editing sites come with its panels. */
import { editingVi } from '../../i18n/editing-vi.ts'
import { addTexts } from '../../i18n/i18n.ts'

export function addEditingTexts(): Promise<void> {
  return addTexts('editing', editingVi, async () => (await import('../../i18n/editing-en.ts')).editingEn)
}
