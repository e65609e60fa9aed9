/** How do the texts of what is still to be sent come? With the first part that shows it. */
import { addTexts } from './i18n.ts'

export async function loadOutboxTexts(): Promise<void> {
  const { outboxVi } = await import('./outbox-vi.ts')
  await addTexts('outbox', outboxVi, async () => (await import('./outbox-en.ts')).outboxEn)
}
