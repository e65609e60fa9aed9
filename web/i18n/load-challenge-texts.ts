/** How do the texts of challenges come? With their page; its forms write with those of villages too. */
import { addTexts } from './i18n.ts'
import { loadProofTexts } from './load-proof-texts.ts'
import { loadVillageTexts } from './load-village-texts.ts'

/** The module of a part, when its texts have come too. */
export async function withChallengeTexts<M>(module: Promise<M>): Promise<M> {
  const [loaded, { challengesVi }] = await Promise.all([
    module,
    import('./challenges-vi.ts'),
    loadProofTexts(),
    loadVillageTexts(),
  ])
  await addTexts('challenges', challengesVi, async () => (await import('./challenges-en.ts')).challengesEn)
  return loaded
}
