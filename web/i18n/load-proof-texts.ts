/** How do the texts of files come? With the pages whose rows have some. */
import { addTexts } from './i18n.ts'

export async function loadProofTexts(): Promise<void> {
  const { proofsVi } = await import('./proofs-vi.ts')
  await addTexts('proofs', proofsVi, async () => (await import('./proofs-en.ts')).proofsEn)
}
