/** Which noun is written how? */
import type { ImportNoun } from '../../../core/import/nouns.ts'
import { assignmentTarget } from './assignment-target.ts'
import type { ImportTarget } from './import-target.ts'
import { facilityTarget, unitTarget } from './record-nouns.ts'
import { indicatorTarget, routeTarget, speedTarget } from './route-and-figure-nouns.ts'
import { siteTarget } from './site-target.ts'
import { statementTarget } from './statement-target.ts'
import { villageTarget } from './village-target.ts'

export const importTargets: Readonly<Record<ImportNoun, ImportTarget>> = {
  admin_units: unitTarget,
  villages: villageTarget,
  sites: siteTarget,
  village_services: statementTarget,
  cable_routes: routeTarget,
  facilities: facilityTarget,
  assignments: assignmentTarget,
  indicator_values: indicatorTarget,
  speed_results: speedTarget,
}
