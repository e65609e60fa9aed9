/** On which bands are the stations of a row? Only where the row says whose they are. */
import { toWarning } from '../cell-problems.ts'
import { isBlank, toCellText } from '../cell-text.ts'
import type { DataRow } from '../header/list-data-rows.ts'
import { listTechnologies } from '../values/list-technologies.ts'
import { readBands } from '../values/read-bands.ts'
import { getCell, toPlace, type FieldColumn } from './columns.ts'
import type { Context } from './context.ts'
import { addFault, type Draft } from './draft.ts'

interface Asked {
  readonly context: Context
  /** Those that the row names. */
  readonly technologies: ReadonlySet<string>
}

/** @returns MHz by technology, ascending, each once */
export function readBandsOf(
  row: DataRow,
  draft: Draft,
  { context: { columns }, technologies }: Asked,
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, Set<number>>()
  for (const column of columns.of('bands_mhz')) {
    const text = toCellText(getCell(column, row))
    if (isBlank(text)) continue
    const { value, faults } = readBands(text)
    for (const fault of faults) addFault(draft, fault, toPlace(column, row))
    let isUnclear = false
    for (const { technologies: named, bands_mhz } of value ?? []) {
      const meant = named.length > 0 ? named : findOnly(column, technologies)
      isUnclear ||= meant.length === 0 || meant.some((technology) => !technologies.has(technology))
      for (const technology of meant) {
        const bands = found.get(technology) ?? new Set<number>()
        for (const band of bands_mhz) bands.add(band)
        found.set(technology, bands)
      }
    }
    if (isUnclear) addFault(draft, toWarning('bands_unassigned'), toPlace(column, row))
  }
  return new Map([...found].map(([technology, bands]) => [technology, [...bands].sort((a, b) => a - b)]))
}

/** Of the column, or of the row: where there are several, nothing says which has which. */
function findOnly({ folded }: FieldColumn, technologies: ReadonlySet<string>): readonly string[] {
  const titled = listTechnologies(folded)
  const possible = titled.length > 0 ? titled : [...technologies]
  return possible.length === 1 ? possible : []
}
