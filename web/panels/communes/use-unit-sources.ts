/** Where do the units and their people come from? Titles of the source that the units name, and of the census. */
import type { ListedUnit } from '../../hooks/use-succession-units.ts'
import { useApp } from '../../state/store.ts'

const census = /điều tra dân số|census/i

export function useUnitSources(units: readonly ListedUnit[]): string {
  const sources = useApp((state) => state.province?.sources) ?? []
  const named = new Set(units.map(({ source_code }) => source_code))
  return sources
    .filter(({ code, title }) => named.has(code) || census.test(title))
    .map(({ title }) => title)
    .join('; ')
}
