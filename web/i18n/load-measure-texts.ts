/** How do the texts of measuring and of coordinates come? With the first part that writes with them. */
import { addTexts } from './i18n.ts'

let asked: Promise<void> | null = null

/** The module of a part, when its texts have come too. */
export async function withMeasureTexts<M>(module: Promise<M>): Promise<M> {
  asked ??= import('./measure-vi.ts').then(({ measureVi }) =>
    addTexts('measure', measureVi, async () => (await import('./measure-en.ts')).measureEn),
  )
  const [loaded] = await Promise.all([module, asked])
  return loaded
}
