/** How do the texts of the list behind a share come? With its page. */
import { addTexts } from './i18n.ts'

export async function loadGapTexts(): Promise<void> {
  const { gapsVi } = await import('./gaps-vi.ts')
  await addTexts('gaps', gapsVi, async () => (await import('./gaps-en.ts')).gapsEn)
}
