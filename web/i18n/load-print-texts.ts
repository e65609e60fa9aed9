/** How do the texts of printing and exporting come? With the first page or file that writes with them. */
import { addTexts } from './i18n.ts'
import { withRecordTexts } from './load-record-texts.ts'

export async function loadPrintTexts(): Promise<void> {
  const { printVi } = await import('./print-vi.ts')
  // A legend names the kinds of facilities too.
  await withRecordTexts(addTexts('print', printVi, async () => (await import('./print-en.ts')).printEn))
}
