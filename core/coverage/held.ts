/** What holds of each village, service and carrier on a day, before carriers are united? */
import { toDayNumber } from '../dates.ts'
import { services, type Service } from './states.ts'
import type { StatementTable } from './statement-table.ts'

export interface HeldState {
  /** Position in the villages that the table was made for. */
  readonly village: number
  readonly service: Service
  readonly carrier_code: string
  /** Position in `coverageStates`: 1 not covered, 2 partial, 3 covered. */
  readonly state: number
}

/** The strongest basis, in it the latest until the day; carriers that said nothing are left out. */
export function listHeld(table: StatementTable, as_of: string): HeldState[] {
  const last_day = toDayNumber(as_of)
  const held: HeldState[] = []
  services.forEach((service, index) => {
    let village = -1
    let carrier = -1
    const last = table.firstOfService[index + 1]!
    for (let row = table.firstOfService[index]!; row < last; row++) {
      if (table.village[row] === village && table.carrier[row] === carrier) continue
      if (table.day[row]! > last_day) continue
      village = table.village[row]!
      carrier = table.carrier[row]!
      held.push({ village, service, carrier_code: table.carriers[carrier]!, state: table.state[row]! })
    }
  })
  return held
}
