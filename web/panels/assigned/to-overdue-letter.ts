/** What does the Sở write to a carrier whose villages are overdue? Who, which, since when, and what is known of each. */
import type { Letter } from '../../export/write-letter.ts'
import { toVillageName, type AssignedRow } from '../../state/assigned-rows.ts'
import type { AssignedWords } from './use-assigned-words.ts'

export interface OverdueLetter {
  readonly carrier_code: string
  /** Past their deadline and not handed in, all of this carrier. */
  readonly rows: readonly AssignedRow[]
  /** ISO day. */
  readonly today: string
  readonly province: string
  readonly is_sample: boolean
}

/** Carriers with overdue villages, the one with the most first. */
export function listOverdue(rows: readonly AssignedRow[]): { carrier_code: string; rows: AssignedRow[] }[] {
  const overdue = rows.filter(({ group }) => group === 'overdue')
  const carriers = new Set(overdue.map(({ record }) => record.carrier_code))
  return [...carriers]
    .map((carrier_code) => ({
      carrier_code,
      rows: overdue.filter(({ record }) => record.carrier_code === carrier_code),
    }))
    .sort((a, b) => b.rows.length - a.rows.length || a.carrier_code.localeCompare(b.carrier_code))
}

export function toOverdueLetter(words: AssignedWords, letter: OverdueLetter): Letter {
  const { p, formats, nameCarrier } = words
  const { rows, today, province, is_sample } = letter
  const numbers = { n: formats.integer(rows.length), date: formats.date(today) }
  const longestFirst = rows.toSorted((a, b) => (b.days_late ?? 0) - (a.days_late ?? 0))
  return {
    office: [
      p('letter.authority', { province: province.toLocaleUpperCase('vi') }),
      p('letter.office'),
      p('letter.number'),
    ],
    state: [p('letter.state'), p('letter.motto'), p('letter.place_and_day', { province })],
    subject: p('letter.subject'),
    recipient: p('letter.recipient', { carrier: nameCarrier(letter.carrier_code) }),
    before: [...(is_sample ? [p('letter.sample')] : []), p('letter.before', numbers)],
    table: {
      titles: (['no', 'village', 'act', 'due', 'late', 'progress'] as const).map((key) =>
        p(`letter.columns.${key}`),
      ),
      widths: [6, 32, 20, 12, 10, 20],
      rows: longestFirst.map((row, index) => [formats.integer(index + 1), ...toCells(words, row)]),
    },
    after: [p('letter.after')],
    copies: [p('letter.copies'), p('letter.copy_recipient'), p('letter.copy_file')],
    signature: [p('letter.signature')],
  }
}

function toCells({ p, t, formats, nameAct, namePlace }: AssignedWords, row: AssignedRow): string[] {
  const { record, days_late } = row
  const { progress } = record
  const said =
    progress === null
      ? []
      : [
          p(`states.${progress.state}`),
          ...(progress.blocker === null ? [] : [t(`blockers.${progress.blocker}`)]),
          ...(progress.on_air_promised_on === null
            ? []
            : [p('letter.promised', { date: formats.date(progress.on_air_promised_on) })]),
        ]
  return [
    `${toVillageName(record)}, ${namePlace(record)}`,
    p('letter.row_of', { act: nameAct(record), n: formats.integer(record.row_no) }),
    record.due_on === null ? '' : formats.date(record.due_on),
    p('letter.days', { n: formats.integer(days_late ?? 0) }),
    said.join('; '),
  ]
}
