/** What does `npm run db -- start-real` say in English? */
import type { ReadinessGap, ReadinessStep } from '../core/readiness/steps.ts'
import type { StartRealMessages } from './messages-start-real-vi.ts'

const numbers = new Intl.NumberFormat('en-GB')

function toList(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([table, count]) => `${numbers.format(count)} ${table.replaceAll('_', ' ')}`)
    .join(', ')
}

export const startRealEn: StartRealMessages = {
  noSample: 'There is no sample data left: nothing to remove.',
  wouldRemove: (removed) => `The sample would go: ${toList(removed)}.`,
  wouldHang: (hanging) =>
    toList(hanging) === ''
      ? null
      : `Real data that speak of the sample would go with it: ${toList(hanging)}.`,
  needsYes:
    'There is no way back but a backup. Back up first: npm run backup\nThen remove the sample: npm run db -- start-real --yes',
  removed: (removed) => `The sample is gone: ${toList(removed)}.`,
  hung: (hanging) =>
    toList(hanging) === '' ? null : `Real data that spoke of the sample went with it: ${toList(hanging)}.`,
  disabled: (usernames) => `Accounts of the sample are disabled: ${usernames.join(', ')}.`,
  noAdmin: 'There is no administrator. Make the first one: npm run users -- add <name> --role admin',
  nextTitle:
    'Bring the real data in, in this order (page “Begin with real data”, or npm run import -- FILE):',
  readinessTitle: 'Lists of the province:',
  step: ({ step, state, count, gaps }) =>
    `  ${state === 'missing' ? '○' : state === 'partly' ? '◐' : '●'} ${steps[step]}: ` +
    (state === 'missing'
      ? 'none'
      : [numbers.format(count), ...gaps.map((gap) => gapTexts[gap.code](numbers.format(gap.count)))].join(
          '; ',
        )),
}

const steps: Readonly<Record<ReadinessStep, string>> = {
  admin_units: 'Administrative units',
  villages: 'Villages',
  carriers: 'Carriers',
  sites: 'Sites and stations',
  village_services: 'Coverage of each village',
  cable_routes: 'Cable routes',
  assignments: 'Acts and assigned villages',
  indicator_values: 'Actual figures of indicators',
  facilities: 'Facilities (offices, schools, clinics…)',
  speed_results: 'i-Speed results',
}

const gapTexts: Readonly<Record<ReadinessGap, (n: string) => string>> = {
  no_communes_2025: () => 'no communes of 7/2025',
  villages_without_position: (n) => `${n} without a position`,
  villages_without_households: (n) => `${n} without households`,
  sites_without_stations: (n) => `${n} sites without stations`,
  villages_without_statements: (n) => `coverage of ${n} villages unknown`,
  services_without_statements: (n) => `${n} services without figures`,
  assignments_without_village: (n) => `${n} rows of unknown village`,
  no_targets: () => 'no targets',
}
