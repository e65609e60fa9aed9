/** How do the texts of reports to be asked about and of failures come? With the first panel that writes with them. */
import { addTexts } from './i18n.ts'

export async function loadFlagTexts(): Promise<void> {
  const { flagsVi } = await import('./flags-vi.ts')
  await addTexts('flags', flagsVi, async () => (await import('./flags-en.ts')).flagsEn)
}

/** The module of a part, when its texts have come too. */
export async function withFlagTexts<M>(module: Promise<M>): Promise<M> {
  const [loaded] = await Promise.all([module, loadFlagTexts()])
  return loaded
}
