/** How do the texts of circles come? With the first panel that writes with them. */
import { addTexts } from './i18n.ts'

let asked: Promise<void> | null = null

/** The module of a part, when its texts have come too. */
export async function withCircleTexts<M>(module: Promise<M>): Promise<M> {
  asked ??= import('./circles-vi.ts').then(({ circlesVi }) =>
    addTexts('circles', circlesVi, async () => (await import('./circles-en.ts')).circlesEn),
  )
  const [loaded] = await Promise.all([module, asked])
  return loaded
}
