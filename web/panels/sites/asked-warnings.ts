/** What does the server ask to be confirmed? */
import type { SiteWarning } from '../../../core/inventory/site-fields.ts'

export const siteWarningNames: readonly SiteWarning[] = ['outside_commune', 'near_site', 'moved_far']

/** Of a refusal's comma-separated `warnings`. */
export function toAskedWarnings(given: unknown): readonly SiteWarning[] {
  const names = String(given ?? '').split(',')
  return siteWarningNames.filter((warning) => names.includes(warning))
}
