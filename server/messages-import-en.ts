/** What does `npm run import` say in English? */
import { findField } from '../core/import/fields/import-fields.ts'
import { toFaultText, toProblemText } from '../core/import/texts/to-problem-text.ts'
import type { ImportMessages } from './messages-import-vi.ts'

const numbers = new Intl.NumberFormat('en-GB')

export const importEn: ImportMessages = {
  usage: `Usage: npm run import -- FILE [options]
  Without --apply it is only told what would change; nothing is written.
  --noun NOUN        sites, villages, village_services, cable_routes, facilities, admin_units, assignments,
                     indicator_values, speed_results (default: sites)
  --sender WHO       a carrier's code, or the name of the sender
  --table NAME       sheet or layer
  --set FIELD=VALUE  for what no column says: power_source=grid
  --accept CONFLICT  corrected_since, twice_in_file, outside_commune, near_site, moved_far, other_carrier
  --retire-missing   write that records not in the file have ended
  --problems FILE    write the rows to correct into an xlsx
  --apply            write to the database
       npm run import -- --undo NUMBER   take a whole import back`,
  noFile: (file) => `The file ${file} cannot be opened. Check its name and folder.`,
  refused: (code, params) => `Not possible: ${code} ${JSON.stringify(params)}`,
  unfit: (code, params) => toFaultText({ code, params }, 'en'),
  counts: (counts) =>
    [
      `${numbers.format(counts.new)} new`,
      `${numbers.format(counts.changed)} changed`,
      `${numbers.format(counts.unchanged)} unchanged`,
      `${numbers.format(counts.conflicting)} conflicting`,
      `${numbers.format(counts.asking)} in question`,
      `${numbers.format(counts.refused)} refused`,
      `${numbers.format(counts.missing)} not in the file`,
    ].join(' · '),
  column: ({ column, title, field }, noun) =>
    `  column ${column + 1} “${title}”: ${field === null ? 'left out' : (findField(noun, field)?.title.en ?? field)}`,
  question: (text, context, rows) =>
    `  ? “${text}”${context === null ? '' : ` (${context})`}: ${numbers.format(rows)} rows, answer on the import page`,
  problem: (at, problem, noun) =>
    `  row ${at}${problem.value === null ? '' : ` “${problem.value}”`}: ${toProblemText(problem, { noun, language: 'en' })}`,
  problemsWritten: (file, rows) => `${numbers.format(rows)} rows to correct written to ${file}.`,
  nothingWritten: 'Preview: nothing was written. Add --apply to write.',
  applied: (id) => `Written. To take it back: npm run import -- --undo ${id}`,
  undone: (id) => `Import ${id} was taken back.`,
}
