/** Which noun is written how? */
import type { ImportNoun } from '../../../core/import/nouns.ts'
import type { ImportTarget } from './import-target.ts'
import { siteTarget } from './site-target.ts'
import { statementTarget } from './statement-target.ts'
import { villageTarget } from './village-target.ts'

export const importTargets: Readonly<Record<ImportNoun, ImportTarget>> = {
  sites: siteTarget,
  villages: villageTarget,
  village_services: statementTarget,
} as Readonly<Record<ImportNoun, ImportTarget>>
