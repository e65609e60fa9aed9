/** Which fields does each noun have in a file? The registry of fields: a new noun is one line here. */
import type { ImportNoun } from '../nouns.ts'
import { routeImportFields } from './cable-routes.ts'
import { facilityImportFields } from './facilities.ts'
import type { ImportField } from './field.ts'
import {
  assignmentImportFields,
  indicatorImportFields,
  speedImportFields,
  unitImportFields,
} from './plans-and-units.ts'
import { siteImportFields } from './sites.ts'
import { statementImportFields } from './village-services.ts'
import { villageImportFields } from './villages.ts'

export const importFields: Readonly<Record<ImportNoun, readonly ImportField[]>> = {
  admin_units: unitImportFields,
  villages: villageImportFields,
  sites: siteImportFields,
  village_services: statementImportFields,
  cable_routes: routeImportFields,
  facilities: facilityImportFields,
  assignments: assignmentImportFields,
  indicator_values: indicatorImportFields,
  speed_results: speedImportFields,
}

export function findField(noun: ImportNoun, name: string): ImportField | null {
  return importFields[noun].find((field) => field.name === name) ?? null
}
