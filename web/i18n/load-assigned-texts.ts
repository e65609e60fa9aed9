/** How do the texts of the assigned villages come? With their page; its forms write with those of villages too. */
import { addTexts } from './i18n.ts'
import { loadOutboxTexts } from './load-outbox-texts.ts'
import { loadVillageTexts } from './load-village-texts.ts'

export async function loadAssignedTexts(): Promise<void> {
  const [{ assignedVi }, { proofsVi }] = await Promise.all([
    import('./assigned-vi.ts'),
    import('./proofs-vi.ts'),
    loadVillageTexts(),
    loadOutboxTexts(),
  ])
  await addTexts('assigned', assignedVi, async () => (await import('./assigned-en.ts')).assignedEn)
  await addTexts('proofs', proofsVi, async () => (await import('./proofs-en.ts')).proofsEn)
}

/** The module of a part, when its texts have come too. */
export async function withAssignedTexts<M>(module: Promise<M>): Promise<M> {
  const [loaded] = await Promise.all([module, loadAssignedTexts()])
  return loaded
}
