/** What was last filtered for? Kept while the page is open, so that a look at the map does not lose it. */
import type { ChangesFilter } from './use-changes.ts'

let last: ChangesFilter = {}

export function keptFilter(): ChangesFilter {
  return last
}

export function keepFilter(filter: ChangesFilter): void {
  last = filter
}
