/** In which zones of VN-2000 could two numbers of metres lie near the province? */
import { makeGrid, type Grid } from '../../coordinates/vn2000.ts'
import type { BBox, LngLat } from '../../geo.ts'

export interface Zone {
  readonly meridian: number
  /** Degrees: zones of 3° belong to provinces, those of 6° to maps of the country. */
  readonly width: 3 | 6
}

/** Circular 973/2001/TT-TCĐC: central meridians of the provinces, and the three that the zones of 3° began with. */
const meridians = [
  102, 103, 104, 104.5, 104.75, 105, 105.5, 105.75, 106, 106.25, 106.5, 107, 107.25, 107.5, 107.75, 108,
  108.25, 108.5,
] as const

const zones: readonly Zone[] = [
  ...meridians.map((meridian): Zone => ({ meridian, width: 3 })),
  ...[105, 111, 117].map((meridian): Zone => ({ meridian, width: 6 })),
]

export function isSameZone(a: Zone, b: Zone): boolean {
  return a.meridian === b.meridian && a.width === b.width
}

/** As the office writes a central meridian: `108°15′`; of a zone of 6° `105°00′ (6°)`. */
export function toZoneText({ meridian, width }: Zone): string {
  const whole = Math.floor(meridian)
  const minutes = Math.round((meridian - whole) * 60)
  return `${whole}°${String(minutes).padStart(2, '0')}′${width === 6 ? ' (6°)' : ''}`
}

const grids = new Map<string, Grid>()

export function toGrid({ meridian, width }: Zone): Grid {
  const key = `${meridian}/${width}`
  const known = grids.get(key)
  if (known !== undefined) return known
  const grid = makeGrid(meridian, width === 3 ? 0.9999 : 0.9996)
  grids.set(key, grid)
  return grid
}

export interface ZoneCandidate {
  readonly zone: Zone
  /** Within a few hundred metres: to choose by, not to keep. */
  readonly about: LngLat
}

export interface Metres {
  readonly northing_m: number
  readonly easting_m: number
}

/** Around the province, in degrees: within it a zone is a candidate. */
const margin_deg = 0.1
/** Farther from its meridian nobody computes: half a zone of 6°, and what overlaps. */
const widest_deg = 3.3
/** Length of one degree of the meridian on average from the equator to the north of Việt Nam, and of the equator. */
const perLat_m = 110_590
const perLng_m = 111_320

/** By arithmetic alone: a list has tens of thousands of rows, and a projection takes a hundred times as long. */
export function listZones({ northing_m, easting_m }: Metres, bbox: BBox): ZoneCandidate[] {
  const lat = northing_m / perLat_m
  if (!isBetween(lat, bbox[1], bbox[3])) return []
  const east_deg = (easting_m - 500_000) / (perLng_m * Math.cos((lat * Math.PI) / 180))
  if (Math.abs(east_deg) > widest_deg) return []
  return zones.flatMap((zone): ZoneCandidate[] => {
    const lng = zone.meridian + east_deg
    return isBetween(lng, bbox[0], bbox[2]) ? [{ zone, about: [lng, lat] }] : []
  })
}

function isBetween(value: number, least: number, most: number): boolean {
  return value >= least - margin_deg && value <= most + margin_deg
}

/** Kilometres, on a plane: to compare distances by. */
export function toKilometres(a: LngLat, b: LngLat): number {
  const east = (a[0] - b[0]) * 111.32 * Math.cos((a[1] * Math.PI) / 180)
  return Math.hypot(east, (a[1] - b[1]) * 110.59)
}

/** `KTT 103°00'`, `kinh tuyến trục 104,5 múi 3`, `104°30'`: the zone that a list names for all its rows. */
export function readZone(text: string): Zone | null {
  const named =
    /(?:ktt|kinh tuy[eế]n (?:tr[uụ]c|trung [uư][oơ]ng)|meridian)\D{0,12}(1[01]\d)(?:[.,](\d{1,2})|\s*[°o]\s*(\d{1,2}))?/iu
  const plain = /^\s*(1[01]\d)(?:[.,](\d{1,2})|\s*[°o]\s*(\d{1,2}))?\D*$/u
  const found = named.exec(text) ?? plain.exec(text)
  if (found === null) return null
  const meridian = Number(`${found[1]}.${found[2] ?? '0'}`) + Number(found[3] ?? '0') / 60
  const width = /m[uú]i\s*(?:chi[eế]u\s*)?6|0[.,]9996|6\s*[°o]\b/iu.test(text) ? 6 : 3
  return zones.find((zone) => zone.meridian === meridian && zone.width === width) ?? null
}
