/** How do the texts of the way from sample to real come up? With their page. */
import { loadAccountTexts } from './load-account-texts.ts'
import { addTexts } from './i18n.ts'

export async function withStartRealTexts<M>(module: Promise<M>): Promise<M> {
  const load = async () => {
    const { startRealVi } = await import('./start-real-vi.ts')
    await addTexts('start_real', startRealVi, async () => (await import('./start-real-en.ts')).startRealEn)
  }
  // The forms are those of accounts.
  const [loaded] = await Promise.all([module, load(), loadAccountTexts()])
  return loaded
}
