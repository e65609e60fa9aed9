/** Which of the named places are villages, each once? */
import { toNfc, toSearchText } from '../../core/text.ts'
import type { LngLat } from '../../core/geo.ts'
import { getDistance } from '../reference/planar.ts'
import type { Commune, Province } from './province.ts'

export interface NamedPlace {
  readonly name: string
  readonly alt_names: readonly string[]
  readonly position: LngLat
  readonly commune: Commune
  /** Given to the second rather than rounded to the minute (±1 km). */
  readonly precise: boolean
}

/** Passes, shelters, a forestry station, a road fork and a commune of the neighbouring province: places, but nobody's village. */
const notVillages = new Set([
  'abri pavie',
  'cong troi',
  'deo tay chang',
  'lam truong',
  'muong leo',
  'muong theng',
  'nga ba',
])

/** Two points of one name nearer than this are one village. */
const sameNameMetres = 2500
/** Two points nearer than this are one village whatever they are called. */
const samePlaceMetres = 250

/** Precise places first: of two near-duplicates the better one stays. */
export function listNamedPlaces(province: Province): NamedPlace[] {
  const towns = new Set(
    [...province.districts, ...province.communes.filter((commune) => commune.urban)].map((unit) =>
      toSearchText(unit.name),
    ),
  )
  // "Lai Châu" stood where Mường Lay stands now; the province moved, the name on old maps did not.
  towns.add('lai chau')
  const kept: NamedPlace[] = []
  for (const place of toPlaces(province)) {
    const folded = toSearchText(place.name)
    if (notVillages.has(folded) || folded.startsWith('thi tran ') || towns.has(folded)) continue
    if (kept.some((other) => isSame(place, other))) continue
    kept.push(place)
  }
  return kept
}

function toPlaces(province: Province): NamedPlace[] {
  const places = province.places.flatMap(({ position, properties }): NamedPlace[] => {
    const commune = province.locate(position)
    if (commune === null) return []
    const names = [properties.name, ...properties.alt].map(toVillageName)
    const name = names[0]!
    const alt_names = names.filter(
      (alt, i) => toSearchText(alt) !== toSearchText(name) && names.indexOf(alt) === i,
    )
    return [{ name, alt_names, position, commune, precise: properties.precision === 'second' }]
  })
  return [...places.filter((place) => place.precise), ...places.filter((place) => !place.precise)]
}

/** Without the kind word, and with the letter Đ where the source has the Icelandic eth. */
function toVillageName(printed: string): string {
  return toNfc(printed)
    .replace(/Ð/g, 'Đ')
    .replace(/^(Bản|Ban) /, '')
    .trim()
}

function isSame(a: NamedPlace, b: NamedPlace): boolean {
  const metres = getDistance(a.position, b.position)
  if (metres < samePlaceMetres) return true
  const isSameName = [a.name, ...a.alt_names].some((name) =>
    [b.name, ...b.alt_names].some((other) => toKey(name) === toKey(other)),
  )
  return isSameName && (metres < sameNameMetres || a.commune === b.commune)
}

function toKey(name: string): string {
  return toSearchText(name).replace(/ /g, '')
}
