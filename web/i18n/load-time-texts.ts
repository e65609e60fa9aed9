/** How do the texts of time and comparison come? With the slider. */
import { addTexts } from './i18n.ts'

export async function loadTimeTexts(): Promise<void> {
  const { timeVi } = await import('./time-vi.ts')
  await addTexts('time', timeVi, async () => (await import('./time-en.ts')).timeEn)
}
