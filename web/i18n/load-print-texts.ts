/** How do the texts of printing and exporting come? With the first page or file that writes with them. */
import { addTexts } from './i18n.ts'

export async function loadPrintTexts(): Promise<void> {
  const { printVi } = await import('./print-vi.ts')
  await addTexts('print', printVi, async () => (await import('./print-en.ts')).printEn)
}
