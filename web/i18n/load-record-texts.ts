/** How do the texts of facilities, cable routes and measured speeds come? With the first panel that writes with them. */
import { addTexts } from './i18n.ts'

let asked: Promise<void> | null = null

/** The module of a part, when its texts have come too. */
export async function withRecordTexts<M>(module: Promise<M>): Promise<M> {
  asked ??= import('./records-vi.ts').then(({ recordsVi }) =>
    addTexts('records', recordsVi, async () => (await import('./records-en.ts')).recordsEn),
  )
  const [loaded] = await Promise.all([module, asked])
  return loaded
}
