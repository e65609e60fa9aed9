/** What are carriers, services, places and acts of an assigned village called? */
import type { AssignmentRecord } from '../../../core/api/assignments.ts'
import { usePartWords, type PartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'

export interface AssignedWords extends PartWords<'assigned'> {
  readonly nameCarrier: (code: string) => string
  readonly nameServices: (services: readonly string[]) => string
  readonly nameAct: (record: Pick<AssignmentRecord, 'act_number' | 'act_title' | 'act_issued_on'>) => string
  /** `Hua Thanh, Điện Biên`: where it lies today, as printed where nobody knows. */
  readonly namePlace: (record: AssignmentRecord) => string
  /** Null where the act spells it as it is called today. */
  readonly namePrinted: (record: AssignmentRecord) => string | null
}

export function useAssignedWords(): AssignedWords {
  const words = usePartWords('assigned')
  const carriers = useApp((state) => state.province?.carriers)
  const { p, t, formats } = words
  return {
    ...words,
    nameCarrier: (code) => carriers?.find((known) => known.code === code)?.name ?? code,
    nameServices: (services) =>
      services.map((service) => t(`services.${service}.short` as 'services.4g.short')).join(', '),
    nameAct: ({ act_number, act_title, act_issued_on }) => {
      const number = act_number ?? act_title
      return act_issued_on === null ? number : p('row.act', { number, date: formats.date(act_issued_on) })
    },
    namePlace: (record) =>
      [record.commune_name ?? record.commune_printed, record.district_name ?? record.district_printed].join(
        ', ',
      ),
    namePrinted: (record) => {
      const { village_printed, commune_printed, district_printed } = record
      const differs =
        record.village_name === null ||
        !isCalled(village_printed, record.village_name) ||
        !isCalled(commune_printed, record.commune_name) ||
        !isCalled(district_printed, record.district_name)
      return differs ? [village_printed, commune_printed, district_printed].join(', ') : null
    },
  }
}

/** The kind stands before the name in acts: `Xã Hua Thanh`. */
function isCalled(printed: string, name: string | null): boolean {
  if (name === null) return false
  return (
    printed === name ||
    printed.replace(/^(xã|phường|thị trấn|huyện|thị xã|thành phố|bản|thôn) /i, '') === name
  )
}
