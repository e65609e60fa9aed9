/** What stands in a cell of the list, in words? The table, the cards and the title of a cell say the same. */
import type { Found, Near, NearFibre, NearSite } from '../../../core/gaps/surroundings.ts'
import type { PartWords } from '../../hooks/use-part-words.ts'
import { toDirection } from '../../state/direction.ts'
import type { GapRow } from '../../state/gap-rows.ts'
import { isCarrierColumn, type ListColumn } from '../../state/list-view.ts'

export interface CellText {
  readonly text: string
  /** More than fits: the bearing in degrees, all blockers. */
  readonly title?: string
  /** Nothing is known, or nothing has been set: said quietly. */
  readonly is_quiet?: boolean
}

type Words = PartWords<'gaps'>
/** By carrier code. */
export type CarrierNames = ReadonlyMap<string, string>

export function toColumnTitle(column: ListColumn | 'name', { p }: Words, carriers: CarrierNames): string {
  if (!isCarrierColumn(column)) return p(`columns.${column}`)
  const code = column.slice('site-'.length)
  return p('site_of', { carrier: carriers.get(code) ?? code })
}

/** Distances, directions and names are short; the title of the cell says them in full. */
export function toCellText(row: GapRow, column: ListColumn, words: Words, carriers: CarrierNames): CellText {
  const { p, t, formats } = words
  if (isCarrierColumn(column)) return toSiteText(row, words, { carriers, code: column.slice('site-'.length) })
  switch (column) {
    case 'state':
      return { text: t(`states.${row.state}`) }
    case 'commune':
    case 'district':
      return { text: row[column] }
    case 'people':
    case 'households':
      return toKnown(row[column], words, formats.integer)
    case 'blockers':
      return toBlockerText(row, words)
    case 'site':
      return toSiteText(row, words, { carriers, code: null })
    case 'shareable':
    case 'fibre':
      return toFoundText(row, words, column)
    case 'carrier':
      return row.carriers.length === 0
        ? { text: p('not_assigned'), is_quiet: true }
        : { text: row.carriers.map((code) => carriers.get(code) ?? code).join(', ') }
    case 'due':
      return toDueText(row, words)
    case 'overdue':
      return toOverdueText(row, words)
    case 'power':
      return toKnown(row.grid_power, words, (has) => (has ? p('yes') : p('no_power')))
    case 'road':
      return toKnown(row.road_access, words, (road) => t(`village.roads.${road}`))
    case 'hardship':
      return toKnown(row.especially_difficult, words, (is) => (is ? p('yes') : p('no')))
  }
}

function toKnown<T>(value: T | null, { p }: Words, toText: (known: T) => string): CellText {
  return value === null ? { text: p('not_known'), is_quiet: true } : { text: toText(value) }
}

function toBlockerText({ blockers }: GapRow, { p, t }: Words): CellText {
  const [first, ...more] = blockers
  if (first === undefined) return { text: '–', title: p('no_blocker'), is_quiet: true }
  const all = blockers.map((blocker) => t(`blockers.${blocker}`)).join(', ')
  const rest = more.length === 0 ? '' : ` ${p('more_blockers', { n: String(more.length) })}`
  return { text: `${t(`blockers.${first}`)}${rest}`, title: all }
}

/** Nobody assigned it: then nobody set a deadline either, which is not the same as one that was left open. */
function toDueText({ carriers, due_on }: GapRow, { p, formats }: Words): CellText {
  if (due_on !== null) return { text: formats.date(due_on) }
  return { text: carriers.length === 0 ? '–' : p('no_due'), is_quiet: true }
}

function toOverdueText(row: GapRow, words: Words): CellText {
  const { p, formats } = words
  if (row.days_overdue === null) return toDueText(row, words)
  if (row.days_overdue === 0) return { text: p('not_overdue'), is_quiet: true }
  return { text: p('days', { n: formats.integer(row.days_overdue) }) }
}

interface AskedSite {
  readonly carriers: CarrierNames
  /** Null: whoever's is nearest. */
  readonly code: string | null
}

function toSiteText({ surroundings }: GapRow, words: Words, { carriers, code }: AskedSite): CellText {
  const missing = toMissing(surroundings, words)
  if (missing !== null || surroundings === null || surroundings === 'unplaced') return missing ?? { text: '' }
  const { sites } = surroundings
  if (typeof sites === 'string') return toAbsent(sites, words)
  const site: NearSite | undefined =
    code === null ? sites[0] : sites.find(({ carrier_code }) => carrier_code === code)
  if (site === undefined) return toAbsent('none', words)
  const near = toNearText(site, words)
  if (code !== null) return near
  const name = carriers.get(site.carrier_code) ?? site.carrier_code
  return { text: `${near.text} · ${name}`, title: `${name}: ${near.title ?? near.text}` }
}

function toFoundText({ surroundings }: GapRow, words: Words, what: 'shareable' | 'fibre'): CellText {
  const missing = toMissing(surroundings, words)
  if (missing !== null || surroundings === null || surroundings === 'unplaced') return missing ?? { text: '' }
  const found: Found<Near | NearFibre> = surroundings[what]
  if (typeof found === 'string') return toAbsent(found, words)
  const near = toNearText(found, words)
  if (!('kind' in found)) return near
  const kind = words.p(found.kind === 'route' ? 'route' : 'fibre_village')
  return { text: near.text, title: `${kind}: ${near.title ?? near.text}` }
}

function toMissing(surroundings: GapRow['surroundings'], { p }: Words): CellText | null {
  if (surroundings === null) return { text: p('awaited'), is_quiet: true }
  return surroundings === 'unplaced' ? { text: p('no_position'), is_quiet: true } : null
}

function toAbsent(found: 'none' | 'hidden', { p }: Words): CellText {
  return { text: found === 'none' ? p('no_such') : p('not_shown'), is_quiet: true }
}

/** `1,7 km ĐB`; in full `1,7 km, hướng 41° (đông bắc)`. */
export function toNearText({ distance_m, bearing_deg }: Near, { p, t, formats }: Words): CellText {
  if (bearing_deg === null) return { text: p('here') }
  const distance = formats.distance(distance_m)
  const direction = toDirection(bearing_deg)
  return {
    text: p('bearing', { distance, direction: p(`short_directions.${direction}`) }),
    title: p('bearing_title', {
      distance,
      degrees: String(Math.round(bearing_deg) % 360),
      direction: t(`directions.${direction}`),
    }),
  }
}
