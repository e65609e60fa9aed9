/** How do the texts of looking communes up come? With their page. */
import { addTexts } from './i18n.ts'

export async function loadCommuneTexts(): Promise<void> {
  const { communesVi } = await import('./communes-vi.ts')
  await addTexts('communes', communesVi, async () => (await import('./communes-en.ts')).communesEn)
}
