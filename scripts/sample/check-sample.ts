/** Does the sample give the published figures, counted by the rules that the map uses? */
import { findStrongest } from '../../core/coverage/strongest.ts'
import { toServices, uniteStates, type AskedService, type CoverageState } from '../../core/coverage/states.ts'
import { figures } from './figures.ts'
import type { EquippedSite } from './site.ts'
import type { SampleStatement } from './statement.ts'
import type { Village } from './village.ts'

/** @throws naming every figure that is not met */
export function checkSample(
  villages: readonly Village[],
  sites: readonly EquippedSite[],
  statements: readonly SampleStatement[],
): void {
  const { end_of_2020: end, middle_of_2021: middle } = figures
  const stateOf = createStateOf(statements)
  const count = (test: (village: Village) => boolean) => villages.filter(test).length
  const covered = (asked: AskedService, on: string) => (village: Village) =>
    stateOf(village, asked, on) === 'covered'
  const has = (technology: string) =>
    sites.filter((site) => site.stations.some((station) => station.technology === technology)).length
  const only2g = (village: Village) => covered('2g', end.on)(village) && !covered('mobile', end.on)(village)
  const nothing = (village: Village) =>
    (['fibre', '2g', 'mobile'] as const).every((asked) => !covered(asked, end.on)(village))
  const found: [string, number, number][] = [
    ['villages', villages.length, figures.villages],
    ['sites', sites.length, figures.sites],
    ['sites with 3G', has('3g'), figures.sites_3g],
    ['sites with 4G', has('4g'), figures.sites_4g],
    ['fibre 2020', count(covered('fibre', end.on)), end.fibre],
    ['mobile 2020', count(covered('mobile', end.on)), end.mobile],
    ['2G only 2020', count(only2g), end.only_2g],
    ['nothing 2020', count(nothing), end.nothing],
    ['fibre 2021', count(covered('fibre', middle.on)), middle.fibre],
    ['4G 2021', count(covered('4g', middle.on)), middle.mobile_4g],
  ]
  const wrong = found.filter(([, is, should]) => is !== should)
  if (wrong.length > 0)
    throw new Error(wrong.map(([what, is, should]) => `${what}: ${is}, not ${should}`).join('; '))
}

type StateOf = (village: Village, asked: AskedService, on: string) => CoverageState

export function createStateOf(statements: readonly SampleStatement[]): StateOf {
  const groups = new Map<string, Map<string, SampleStatement[]>>()
  for (const statement of statements) {
    const key = `${statement.village.code} ${statement.service}`
    const byCarrier = groups.get(key) ?? new Map<string, SampleStatement[]>()
    byCarrier.set(statement.carrier_code, [...(byCarrier.get(statement.carrier_code) ?? []), statement])
    groups.set(key, byCarrier)
  }
  return (village, asked, on) =>
    uniteStates(
      toServices(asked).flatMap((service) =>
        [...(groups.get(`${village.code} ${service}`)?.values() ?? [])].map(
          (list) => findStrongest(list, on, 'strongest')?.statement.state ?? 'unknown',
        ),
      ),
    )
}
