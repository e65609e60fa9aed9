/**
 * Which position did somebody type? Decimal degrees, degrees-minutes-seconds or VN-2000 metres, told apart by the range of
 * the values alone: labels and order are often wrong, and are only reported when they are.
 */
import type { BBox, LngLat } from '../geo.ts'
import { readValue, toPlainSpelling, type ValueMeaning } from './read-value.ts'
import type { Grid } from './vn2000.ts'

export type PositionFormat = ValueMeaning['format']

/** What the text says otherwise than its values do: the label of an axis, or the usual order of the two. */
export type Oddity = 'none' | 'label' | 'order'

export type PositionReading =
  | { readonly type: 'empty' }
  | {
      readonly type: 'position'
      readonly position: LngLat
      readonly format: PositionFormat
      readonly oddity: Oddity
    }
  | { readonly type: 'problem'; readonly problem: PositionProblem }

/**
 * `half`: one coordinate only. `far`: readable, yet in no order near the province. `ambiguous`: two different places could
 * be meant. `no_grid`: metres, and the province's central meridian is not known.
 */
export type PositionProblem = 'unreadable' | 'half' | 'far' | 'ambiguous' | 'no_grid'

export interface ReadingArea {
  readonly bbox: BBox
  /** Null where the province's central meridian is not known. */
  readonly grid: Grid | null
}

/** Around the province, so that a place just across the border is read and then refused by name. */
const margin_deg = 0.5

/** Two readings nearer than this (0.1 m) are one place. */
const same_deg = 1e-6

/** @param fields one text with both coordinates, or one text for each in either order */
export function parsePosition(fields: readonly string[], area: ReadingArea): PositionReading {
  const texts = fields.map(toPlainSpelling).filter((text) => text !== '')
  if (texts.length === 0) return { type: 'empty' }
  const pairs = texts.length === 1 ? listSplits(texts[0] ?? '') : [[texts[0] ?? '', texts[1] ?? ''] as const]
  const meant = pairs.flatMap(([first, second]) => listPairs(first, second))
  if (meant.length === 0) return toProblem(isHalf(texts) ? 'half' : 'unreadable')
  const readings = meant.flatMap((pair) => toReadings(pair, area))
  const [reading, ...others] = readings
  if (reading === undefined) {
    const needsGrid = area.grid === null && meant.every(([{ format }]) => format === 'vn2000')
    return toProblem(needsGrid ? 'no_grid' : 'far')
  }
  const isOne = others.every(({ position }) => isSamePlace(position, reading.position))
  return isOne ? { type: 'position', ...reading } : toProblem('ambiguous')
}

function toProblem(problem: PositionProblem): PositionReading {
  return { type: 'problem', problem }
}

function isHalf(texts: readonly string[]): boolean {
  return texts.length === 1 && readValue(texts[0] ?? '').length > 0
}

type Pair = readonly [ValueMeaning, ValueMeaning]

/** Two values in metres, in the order in which they stand, for whoever knows more zones than the province's own. */
export function listMetres(fields: readonly string[]): (readonly [number, number])[] {
  const texts = fields.map(toPlainSpelling).filter((text) => text !== '')
  const pairs = texts.length === 1 ? listSplits(texts[0] ?? '') : [[texts[0] ?? '', texts[1] ?? ''] as const]
  return pairs
    .flatMap(([first, second]) => listPairs(first, second))
    .flatMap(([first, second]) => (isMetric(first) ? [[first.value, second.value] as const] : []))
}

/** Longer than any two coordinates; text from elsewhere is not taken apart. */
const longestText = 120

/** Every way to cut a text in two: at a separator, or before a label that starts the second half. */
function listSplits(text: string): (readonly [string, string])[] {
  if (text.length > longestText) return []
  const cuts = [...text.matchAll(/\s*[;|/\n\t]\s*|\s*,\s*|\s+|(?<=[\d°'"])(?=\p{L})|(?<=\p{L})(?=\d)/gu)]
  return cuts.map((cut) => [text.slice(0, cut.index), text.slice(cut.index + cut[0].length)])
}

/** Both in degrees or both in metres. */
function listPairs(first: string, second: string): Pair[] {
  const seconds = readValue(second)
  return readValue(first).flatMap((one) =>
    seconds.filter((other) => isMetric(one) === isMetric(other)).map((other): Pair => [one, other]),
  )
}

function isMetric({ format }: ValueMeaning): boolean {
  return format === 'vn2000'
}

interface Reading {
  readonly position: LngLat
  readonly format: PositionFormat
  readonly oddity: Oddity
}

/** In the usual order, and in the other one; those that lie near the province. */
function toReadings([first, second]: Pair, area: ReadingArea): Reading[] {
  const orders = [
    { north: first, east: second, isUsual: true },
    { north: second, east: first, isUsual: false },
  ]
  return orders.flatMap(({ north, east, isUsual }): Reading[] => {
    const position = toPosition(north, east, area)
    if (position === null || !isNear(position, area.bbox)) return []
    return [{ position, format: pickFormat(first, second), oddity: findOddity(north, east, isUsual) }]
  })
}

function pickFormat(first: ValueMeaning, second: ValueMeaning): PositionFormat {
  return first.format === 'dms' || second.format === 'dms' ? 'dms' : first.format
}

function toPosition(north: ValueMeaning, east: ValueMeaning, { grid }: ReadingArea): LngLat | null {
  if (!isMetric(north)) return [east.value, north.value]
  if (grid === null) return null
  const position = grid.fromGrid({ northing_m: north.value, easting_m: east.value })
  return isTrue(position, { north, east, grid }) ? position : null
}

/** Far outside its zone a projection answers something; what does not lead back is no answer. */
function isTrue(
  position: LngLat,
  { north, east, grid }: { readonly north: ValueMeaning; readonly east: ValueMeaning; readonly grid: Grid },
): boolean {
  if (!position.every(Number.isFinite)) return false
  const back = grid.toGrid(position)
  return Math.abs(back.northing_m - north.value) < 0.01 && Math.abs(back.easting_m - east.value) < 0.01
}

function findOddity(north: ValueMeaning, east: ValueMeaning, isUsual: boolean): Oddity {
  if (north.label === 'lng' || east.label === 'lat') return 'label'
  const isLabelled = north.label !== null || east.label !== null
  return isUsual || isLabelled ? 'none' : 'order'
}

function isNear([lng, lat]: LngLat, [west, south, east, north]: BBox): boolean {
  return (
    lng >= west - margin_deg &&
    lng <= east + margin_deg &&
    lat >= south - margin_deg &&
    lat <= north + margin_deg
  )
}

function isSamePlace(a: LngLat, b: LngLat): boolean {
  return Math.abs(a[0] - b[0]) < same_deg && Math.abs(a[1] - b[1]) < same_deg
}
