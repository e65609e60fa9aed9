/** Which services on air fulfil what was assigned? */
import type { PlannedService, Service } from '../coverage/states.ts'

/** Only 3G, 4G and 5G are mobile: neither 2G nor a cable moves it. */
const fulfilling: Readonly<Record<PlannedService, readonly Service[]>> = {
  fibre: ['fibre'],
  '2g': ['2g'],
  '3g': ['3g'],
  '4g': ['4g'],
  '5g': ['5g'],
  mobile: ['3g', '4g', '5g'],
}

/** What a report or an acceptance may name for it: 2G beside what counts, for it is on air too. */
export function listNameable(service: PlannedService): readonly Service[] {
  return service === 'fibre' ? ['fibre'] : ['2g', '3g', '4g', '5g']
}

export function listFulfilling(service: PlannedService): readonly Service[] {
  return fulfilling[service]
}

export function isFulfilled(service: PlannedService, onAir: readonly Service[]): boolean {
  return onAir.some((one) => fulfilling[service].includes(one))
}
