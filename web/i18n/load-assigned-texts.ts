/** How do the texts of the assigned villages come? With their page; its forms write with those of villages too. */
import { addTexts } from './i18n.ts'
import { loadOutboxTexts } from './load-outbox-texts.ts'
import { loadProofTexts } from './load-proof-texts.ts'
import { loadVillageTexts } from './load-village-texts.ts'

export async function loadAssignedTexts(): Promise<void> {
  const [{ assignedVi }] = await Promise.all([
    import('./assigned-vi.ts'),
    loadProofTexts(),
    loadVillageTexts(),
    loadOutboxTexts(),
  ])
  await addTexts('assigned', assignedVi, async () => (await import('./assigned-en.ts')).assignedEn)
}

/** The module of a part, when its texts have come too. */
export async function withAssignedTexts<M>(module: Promise<M>): Promise<M> {
  const [loaded] = await Promise.all([module, loadAssignedTexts()])
  return loaded
}
