/** How do the texts of editing villages come? With the first panel that writes with them. */
import { addTexts } from './i18n.ts'

export async function loadVillageTexts(): Promise<void> {
  const { villagesVi } = await import('./villages-vi.ts')
  await addTexts('villages', villagesVi, async () => (await import('./villages-en.ts')).villagesEn)
}
