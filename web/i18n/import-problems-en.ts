/** What was noticed when a file was read, in English? */
import type { TranslationOf } from './i18n.ts'
import type { fileNotesVi } from './import-problems-vi.ts'

export const fileNotesEn: TranslationOf<typeof fileNotesVi> = {
  other: 'Noticed when reading: {{code}}.',
  converted_tcvn3: 'Text in TCVN3 was converted to Unicode.',
  converted_vni: 'Text in VNI was converted to Unicode.',
  heights_dropped: 'The heights of {{n}} positions were left out.',
  macros_ignored: 'Macros of the file were not run.',
  named_otherwise: 'The ending of the name does not fit the content; read by the content.',
  projection_assumed: 'The file names no coordinate system; taken as WGS 84.',
  projection_assumed_vn2000:
    'The file names no coordinate system; taken as VN-2000 in the zone of the province.',
  hidden_sheet_skipped: 'A hidden sheet was left out.',
  hidden_rows_read: 'There are {{n}} hidden rows, which were read.',
  links_not_followed: 'Links to the network in the file were not followed.',
  deleted_record_skipped: '{{n}} records marked as deleted were left out.',
}
