/** The state of each sample village, counted from the committed statements by the rules of core. */
import { toServices, uniteStates, type AskedService, type CoverageState } from '../../core/coverage/states.ts'
import { findStrongest, type Statement } from '../../core/coverage/strongest.ts'
import { readCsv, type Row } from './read-data.ts'

const groups = new Map<string, Map<string, Statement[]>>()
for (const row of readCsv('sample/village-services.csv')) {
  const key = `${row['village_code']} ${row['service']}`
  const carriers = groups.get(key) ?? new Map<string, Statement[]>()
  groups.set(key, carriers)
  const list = carriers.get(row['carrier_code']!) ?? []
  carriers.set(row['carrier_code']!, list)
  list.push(row as unknown as Statement)
}

export function stateOf(village: Row, asked: AskedService, on: string): CoverageState {
  return uniteStates(
    toServices(asked).flatMap((service) =>
      [...(groups.get(`${village['code']} ${service}`)?.values() ?? [])].map(
        (list) => findStrongest(list, on, 'strongest')?.statement.state ?? 'unknown',
      ),
    ),
  )
}
