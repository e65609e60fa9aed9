/** How do the texts of the papers that are owed come? With their page; its forms write with those of villages too. */
import { addTexts } from './i18n.ts'
import { loadProofTexts } from './load-proof-texts.ts'
import { loadVillageTexts } from './load-village-texts.ts'

/** The module of the page, when its texts have come too. */
export async function withPaperTexts<M>(module: Promise<M>): Promise<M> {
  const [loaded, { papersVi }] = await Promise.all([
    module,
    import('./papers-vi.ts'),
    loadProofTexts(),
    loadVillageTexts(),
  ])
  await addTexts('papers', papersVi, async () => (await import('./papers-en.ts')).papersEn)
  return loaded
}
