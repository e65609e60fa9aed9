/** Which rows has the list of reports to be asked about, in which order? That is kept while one looks at a village and comes back. */
import { create } from 'zustand'
import type { ImplausibleRow } from '../../core/api/implausible.ts'
import type { ReasonCode } from '../../core/coverage/implausible/reasons.ts'
import { compareNames } from '../../core/text.ts'
import type { FlagFilter } from './flag-view.ts'

export const flagColumns = ['village', 'service', 'reason', 'observed_on'] as const
export type FlagColumn = (typeof flagColumns)[number]

export interface FlagTableView {
  readonly sorted_by: FlagColumn
  readonly direction: 'up' | 'down'
  /** The village from which one comes back. */
  readonly opened_id: number | null
}

export const useFlagTable = create<FlagTableView>()(() => ({
  sorted_by: 'village',
  direction: 'up',
  opened_id: null,
}))

/** All that the filter keeps, whatever the reason: what the counts by reason are made of. */
export function filterBesideReason(rows: readonly ImplausibleRow[], filter: FlagFilter): ImplausibleRow[] {
  const isIt = (asked: string, value: string) => asked === 'all' || asked === value
  return rows.filter(
    (row) =>
      isIt(filter.carrier, row.carrier_code) &&
      isIt(filter.service, row.service) &&
      isIt(filter.district, row.district_code),
  )
}

export function hasReason({ reasons }: ImplausibleRow, reason: ReasonCode | 'all'): boolean {
  return reason === 'all' || reasons.some(({ code }) => code === reason)
}

const texts: Readonly<Record<FlagColumn, (row: ImplausibleRow) => string>> = {
  village: ({ village_name, commune_name }) => `${village_name} ${commune_name}`,
  service: ({ service, carrier_code }) => `${service} ${carrier_code}`,
  reason: ({ reasons }) => reasons.map(({ code }) => code).join(),
  observed_on: ({ observed_on }) => observed_on,
}

export function sortFlags(
  rows: readonly ImplausibleRow[],
  { sorted_by, direction }: Pick<FlagTableView, 'sorted_by' | 'direction'>,
): ImplausibleRow[] {
  const sign = direction === 'up' ? 1 : -1
  const read = texts[sorted_by]
  return [...rows].sort((a, b) => sign * compareNames(read(a), read(b)) || a.id - b.id)
}
