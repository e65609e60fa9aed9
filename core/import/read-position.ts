/**
 * Where does a row of a file lie? Degrees or VN-2000 metres, in one cell or in two, in any order: by the range of the values,
 * and where several zones are possible by the commune named and by the other rows of the list. What is doubtful is no position.
 */
import { listMetres, parsePosition, type ReadingArea } from '../coordinates/parse.ts'
import type { LngLat } from '../geo.ts'
import { toError, toWarning, type Fault } from './cell-problems.ts'
import { toCellText } from './cell-text.ts'
import { makeZonePoll } from './positions/zone-poll.ts'
import {
  isSameZone,
  listZones,
  toGrid,
  type Metres,
  type Zone,
  type ZoneCandidate,
  toZoneText,
} from './positions/zones.ts'
import type { RawCell } from './raw-table.ts'
import type { ReadPosition } from './read-record.ts'
import { toFault, toNothing, toReading, type Reading } from './reading.ts'

/** What the title of a column says of its axis; `x` and `y` mean it for metres alone, as GIS people have them the other way. */
export type TitledAxis = 'lat' | 'lng' | 'x' | 'y' | null

export interface PositionCells {
  readonly cells: readonly RawCell[]
  /** Of the columns, in the order of `cells`. */
  readonly axes: readonly TitledAxis[]
  /** Where the commune named lies. */
  readonly near: LngLat | null
}

export interface PositionReader {
  /** Before any row is read: lets it vote for the zone of the list. */
  readonly poll: (cells: readonly RawCell[], near: () => LngLat | null) => void
  readonly read: (row: PositionCells) => Reading<ReadPosition>
}

export function makePositionReader(area: ReadingArea, declared: Zone | null): PositionReader {
  const zones = makeZonePoll(declared)
  return {
    poll(cells, near) {
      const metres = findMetres(listTexts(cells), area)
      if (metres !== null) zones.add(metres.candidates, near())
    },
    read(row) {
      const texts = listTexts(row.cells)
      const quick = texts.length === 2 ? readQuick(texts, area) : null
      if (quick !== null) return toPosition(quick, { row, texts })
      if (texts.length > 2) return toFault(toError('position_unreadable'))
      if (texts.length === 2 && texts.every((text) => plainMetres.test(text))) {
        return readMetres(texts, { row, area, choose: zones.choose })
      }
      const parsed = parsePosition(texts, { ...area, grid: null })
      if (parsed.type === 'empty') return toNothing()
      if (parsed.type === 'position') {
        return toPosition({ ...parsed, meridian: null }, { row, texts })
      }
      if (parsed.problem !== 'no_grid' && parsed.problem !== 'far')
        return toFault(toError(`position_${parsed.problem}`))
      return readMetres(texts, { row, area, choose: zones.choose })
    },
  }
}

interface Read {
  readonly position: LngLat
  readonly format: ReadPosition['format']
  readonly oddity: 'none' | 'label' | 'order'
  readonly meridian: number | null
}

function listTexts(cells: readonly RawCell[]): string[] {
  return cells.map(toCellText).filter((text) => text !== '' && text !== '-')
}

const plainDegrees = /^\d{1,3}[.,]\d{2,12}$/

/** Two plain decimals in their ranges, which most rows are: the same answer as `parsePosition`, fifty times sooner. */
function readQuick([first = '', second = '']: readonly string[], { bbox }: ReadingArea): Read | null {
  if (!plainDegrees.test(first) || !plainDegrees.test(second)) return null
  const one = Number(first.replace(',', '.'))
  const other = Number(second.replace(',', '.'))
  const isIn = (lng: number, lat: number) =>
    lng >= bbox[0] && lng <= bbox[2] && lat >= bbox[1] && lat <= bbox[3]
  const usual = isIn(other, one)
  const turned = isIn(one, other)
  if (usual === turned) return null
  return {
    position: usual ? [other, one] : [one, other],
    format: 'decimal',
    oddity: usual ? 'none' : 'order',
    meridian: null,
  }
}

interface FoundMetres {
  readonly metres: Metres
  readonly isFirstNorth: boolean
  readonly candidates: readonly ZoneCandidate[]
}

const plainMetres = /^\d{6,7}(?:[.,]\d{1,12})?$/

function toPair([first = '', second = '']: readonly string[]): readonly [number, number] {
  return [Number(first.replace(',', '.')), Number(second.replace(',', '.'))]
}

/** In Việt Nam a northing (0.9 to 2.6 million) is always greater than an easting. */
function findMetres(texts: readonly string[], { bbox }: ReadingArea): FoundMetres | null {
  if (texts.length > 2 || texts.every((text) => plainDegrees.test(text))) return null
  const pairs =
    texts.length === 2 && texts.every((text) => plainMetres.test(text)) ? [toPair(texts)] : listMetres(texts)
  const found = pairs.map(([first, second]): FoundMetres => {
    const isFirstNorth = first > second
    const metres = { northing_m: Math.max(first, second), easting_m: Math.min(first, second) }
    return { metres, isFirstNorth, candidates: listZones(metres, bbox) }
  })
  return found.find(({ candidates }) => candidates.length > 0) ?? found[0] ?? null
}

interface MetresAsked {
  readonly row: PositionCells
  readonly area: ReadingArea
  readonly choose: (candidates: readonly ZoneCandidate[], near: LngLat | null) => ZoneCandidate | null
}

function readMetres(texts: readonly string[], { row, area, choose }: MetresAsked): Reading<ReadPosition> {
  const found = findMetres(texts, area)
  if (found === null) return toFault(toError('position_far'))
  const { candidates, isFirstNorth, metres } = found
  if (candidates.length === 0) return readOutside(texts, { row, area })
  const chosen = choose(candidates, row.near)
  if (chosen === null) {
    const meridians = candidates.map(({ zone }) => toZoneText(zone)).join('; ')
    return toFault(toError('position_ambiguous', { meridians }))
  }
  const isOwn =
    area.grid !== null && isSameZone(chosen.zone, { meridian: area.grid.central_meridian, width: 3 })
  const { meridian } = chosen.zone
  const read: Read = {
    position: toGrid(chosen.zone).fromGrid(metres),
    format: isOwn ? 'vn2000' : 'vn2000_other_zone',
    oddity: isFirstNorth ? 'none' : 'order',
    meridian,
  }
  return toPosition(
    read,
    { row, texts },
    ...(isOwn ? [] : [toWarning('other_zone', { meridian: toZoneText(chosen.zone) })]),
  )
}

/** Near the province in its own zone, yet in none within it: read, so that it is refused by name and not as unreadable. */
function readOutside(
  texts: readonly string[],
  { row, area }: { readonly row: PositionCells; readonly area: ReadingArea },
): Reading<ReadPosition> {
  const parsed = parsePosition(texts, area)
  if (parsed.type !== 'position') return toFault(toError('position_far'))
  return toPosition({ ...parsed, meridian: area.grid?.central_meridian ?? null }, { row, texts })
}

interface Written {
  readonly row: PositionCells
  readonly texts: readonly string[]
}

function toPosition(
  { position: [lng, lat], format, oddity, meridian }: Read,
  { row, texts }: Written,
  ...faults: readonly Fault[]
): Reading<ReadPosition> {
  const swapped = isSwapped({ format, oddity }, row)
  const read: ReadPosition = { lng, lat, format, meridian, swapped, text: texts.join('; ') }
  return toReading(read, ...faults, ...(swapped ? [toWarning('axes_swapped')] : []))
}

function isSwapped(
  { format, oddity }: Pick<Read, 'format' | 'oddity'>,
  { axes, cells }: PositionCells,
): boolean {
  if (oddity === 'label') return true
  const [axis = null] = axes
  if (cells.length < 2 || axis === null) return false
  const isMetric = format === 'vn2000' || format === 'vn2000_other_zone'
  if (!isMetric && (axis === 'x' || axis === 'y')) return false
  const isNorthExpected = axis === 'lat' || axis === 'x'
  return isNorthExpected !== (oddity === 'none')
}
