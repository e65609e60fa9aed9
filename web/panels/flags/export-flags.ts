/** How do the reports to be asked about leave the page, so that a carrier can be asked? */
import type { ImplausibleList, ImplausibleRow } from '../../../core/api/implausible.ts'
import type { ImplausibleReason } from '../../../core/coverage/implausible/reasons.ts'
import type { ExportTable } from '../../export/export-table.ts'
import type { PartWords } from '../../hooks/use-part-words.ts'
import { createReasonText, findCarrierName } from './reason-text.ts'
import { toHowText } from './how-text.ts'

/** Of the rows on screen, in their order; one line for each report, its reasons in one field. */
export function toFlagTable(
  words: PartWords<'flags'>,
  list: Pick<ImplausibleList, 'as_of' | 'judged'>,
  rows: readonly ImplausibleRow[],
): ExportTable {
  const { t, p, formats } = words
  const toText = createReasonText(words)
  const title = (key: keyof typeof kinds) => ({ title: p(`export_columns.${key}`), kind: kinds[key] })
  return {
    title: p('title'),
    file_name: `bao-cao-can-hoi-lai-${list.as_of}`,
    notes: [
      p('text'),
      p('count', {
        count: rows.length,
        n: formats.integer(rows.length),
        judged: formats.integer(list.judged),
        date: formats.date(list.as_of),
      }),
      toHowText(words),
    ],
    columns: (Object.keys(kinds) as (keyof typeof kinds)[]).map(title),
    rows: rows.map((row) => [
      row.village_code,
      row.village_name,
      row.district_name,
      row.commune_name,
      row.commune_2025_name,
      t(`services.${row.service}.name`),
      findCarrierName(row.carrier_code),
      t(`states.${row.state}`),
      row.observed_on,
      row.reasons.map(({ code }) => p(`reasons.${code}`)).join('; '),
      row.reasons.map((reason) => toText(row, reason)).join(' '),
      toNearestKm(row.reasons),
      p(row.is_current ? 'yes' : 'no'),
    ]),
  }
}

const kinds = {
  code: 'text',
  village: 'text',
  district: 'text',
  commune: 'text',
  commune_2025: 'text',
  service: 'text',
  carrier: 'text',
  state: 'text',
  observed_on: 'date',
  reason: 'text',
  facts: 'text',
  distance_km: 'decimal',
  current: 'text',
} as const

function toNearestKm(reasons: readonly ImplausibleReason[]): number | null {
  for (const reason of reasons) {
    const near = 'nearest' in reason ? reason.nearest : 'supply' in reason ? reason.supply : null
    if (near !== null) return Math.round(near.distance_m / 100) / 10
  }
  return null
}
