/** What may be said once for a whole file, because no column says it? */
import type { ImportNoun } from '../../core/import/nouns.ts'

export const importConstants = {
  admin_units: ['unit_set', 'kind', 'valid_from'],
  villages: ['meridian'],
  sites: ['carrier_code', 'owner_code', 'status', 'power_source', 'meridian'],
  village_services: ['carrier_code', 'service', 'basis', 'state', 'observed_on', 'source_code'],
  cable_routes: ['owner_code', 'kind', 'cable_type', 'meridian'],
  facilities: ['kind', 'meridian'],
  assignments: ['act_code', 'carrier_code', 'service', 'due_on'],
  indicator_values: ['indicator_code', 'year', 'kind'],
  speed_results: ['period', 'network'],
} as const satisfies Record<ImportNoun, readonly string[]>
