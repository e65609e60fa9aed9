/** Why is a report to be asked about, in words with figures? */
import type { ImplausibleRow } from '../../../core/api/implausible.ts'
import type { ImplausibleReason, NearSupply } from '../../../core/coverage/implausible/reasons.ts'
import type { PartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'

type Words = PartWords<'flags'>
type ReasonIn = (row: ImplausibleRow, reason: ImplausibleReason) => string

/** A function that writes one reason of a row. */
export function createReasonText({ t, p, formats }: Words): ReasonIn {
  const toName = ({ name, code, noun }: NearSupply) => (noun === 'sites' ? `${name}, ${code}` : code)
  const toFacts = (near: NearSupply) => ({
    name: toName(near),
    distance: formats.distance(near.distance_m),
  })
  const toGone = (gone: (NearSupply & { readonly off_air_on: string | null }) | null) => {
    if (gone === null) return []
    return gone.off_air_on === null
      ? [p('words.gone_some_day', toFacts(gone))]
      : [p('words.gone', { ...toFacts(gone), date: formats.date(gone.off_air_on) })]
  }
  return (row, reason) => {
    const carrier = findCarrierName(row.carrier_code)
    const service = t(`services.${row.service}.short`)
    const date = formats.date(row.observed_on)
    switch (reason.code) {
      case 'no_site_in_reach': {
        const facts = { carrier, service, reach: formats.distance(reason.reach_m) }
        const nearest =
          reason.nearest === null
            ? p('words.no_station', facts)
            : p('words.nearest', { ...facts, ...toFacts(reason.nearest) })
        return [...toGone(reason.gone), nearest].join(' ')
      }
      case 'no_fibre_in_reach': {
        const facts = { carrier, reach: formats.distance(reason.reach_m) }
        const own =
          reason.nearest === null
            ? p('words.no_own_fibre', facts)
            : p('words.own_fibre', { ...facts, ...toFacts(reason.nearest) })
        const others = reason.nearest_of_others
        const isOther = others !== null && others.id !== reason.nearest?.id
        const leased = { reach: formats.distance(reason.leased_reach_m) }
        return [own, ...(isOther ? [p('words.others_fibre', { ...leased, ...toFacts(others) })] : [])].join(
          ' ',
        )
      }
      case 'before_on_air':
        return p(reason.supply.noun === 'sites' ? 'words.before_on_air' : 'words.before_built', {
          ...toFacts(reason.supply),
          date,
          on_air: formats.date(reason.on_air_on),
        })
      case 'district_jump':
        return p('words.district_jump', {
          turned: formats.integer(reason.turned),
          villages: formats.integer(reason.villages),
          district: row.district_name,
          service,
          date,
        })
      case 'contradicts_verification':
        return p('words.contradicts_verification', {
          date: formats.date(reason.verified_on),
          state: t(`states.${reason.verified_state}`).toLowerCase(),
        })
    }
  }
}

export function findCarrierName(code: string): string {
  const { province } = useApp.getState()
  return province?.carriers.find((carrier) => carrier.code === code)?.name ?? code
}
