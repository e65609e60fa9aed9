/** How do the texts of looking communes up come? With their page. */
import { addTexts } from './i18n.ts'
import { loadAccountTexts } from './load-account-texts.ts'

export async function loadCommuneTexts(): Promise<void> {
  const { communesVi } = await import('./communes-vi.ts')
  // A list that is sent may be refused by words that come with accounts.
  await Promise.all([
    addTexts('communes', communesVi, async () => (await import('./communes-en.ts')).communesEn),
    loadAccountTexts(),
  ])
}
