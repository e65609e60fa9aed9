/** Texts of the printed sheet and of exported lists, in English. */
import type { TranslationOf } from './i18n.ts'
import type { printVi } from './print-vi.ts'

export const printEn: TranslationOf<typeof printVi> = {
  sample_note:
    'SAMPLE DATA: positions and most statements about service are generated for trial; not for decisions.',
  exported_on: 'Exported on {{date}}',
  address: 'Address: {{href}}',
}
