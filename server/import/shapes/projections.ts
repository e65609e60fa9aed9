/** How do a file’s coordinates become longitude and latitude of WGS 84? By the projection it names, by EPSG number or as WKT. */
import proj4 from 'proj4'
import { vn2000Datum } from '../../../core/coordinates/vn2000.ts'
import { ImportFileError } from '../../../core/import/problems.ts'

/** Null: they are in WGS 84 already. */
export type ToWgs84 = ((position: readonly [x: number, y: number]) => [lng: number, lat: number]) | null

const plain = new Set(['4326', '4979', '84', 'CRS84'])

/** Central meridians of the national grid’s 3° zones, by EPSG number. */
const vn2000Zones: Readonly<Record<string, number>> = {
  5896: 102,
  5897: 105,
  5898: 108,
  5899: 107.75,
  6956: 102,
  6957: 105,
  6958: 108,
  6959: 107.75,
  9205: 103,
  9206: 104,
  9207: 104.5,
  9208: 104.75,
  9209: 105.5,
  9210: 105.75,
  9211: 106,
  9212: 106.25,
  9213: 106.5,
  9214: 107,
  9215: 107.25,
  9216: 107.5,
  9217: 108.25,
  9218: 108.5,
}

const others: Readonly<Record<string, string>> = {
  3405: `+proj=utm +zone=48 ${vn2000Datum} +units=m +no_defs`,
  3406: `+proj=utm +zone=49 ${vn2000Datum} +units=m +no_defs`,
  4756: `+proj=longlat ${vn2000Datum} +no_defs`,
  3857: 'EPSG:3857',
  32647: '+proj=utm +zone=47 +datum=WGS84 +units=m +no_defs',
  32648: '+proj=utm +zone=48 +datum=WGS84 +units=m +no_defs',
  32649: '+proj=utm +zone=49 +datum=WGS84 +units=m +no_defs',
}

/** By `EPSG:9205`, `urn:ogc:def:crs:EPSG::9205`, `urn:ogc:def:crs:OGC:1.3:CRS84`. Throws `projection_unknown`. */
export function findByName(name: string): ToWgs84 {
  const [, authority, , code] = /\b(EPSG|OGC)\b:+((?:[\d.]+)?:+)?([A-Za-z0-9]+)$/i.exec(name.trim()) ?? []
  if (authority === undefined || code === undefined) return refuse(name)
  return findByCode(code.toUpperCase()) ?? (plain.has(code.toUpperCase()) ? null : refuse(name))
}

/** Null where it is WGS 84 itself or unknown. */
function findByCode(code: string): ToWgs84 {
  const zone = vn2000Zones[code]
  if (zone !== undefined) return fromZone(zone)
  const definition = others[code]
  return definition === undefined ? null : toTransformation(definition)
}

/** The national grid around a central meridian. */
export function fromZone(central_meridian: number): ToWgs84 {
  return toTransformation(
    `+proj=tmerc +lat_0=0 +lon_0=${central_meridian} +k=0.9999 +x_0=500000 +y_0=0 ${vn2000Datum} +units=m +no_defs`,
  )
}

function toTransformation(definition: string): ToWgs84 {
  const transformation = proj4(definition, 'WGS84')
  return ([x, y]) => transformation.forward([x, y]) as [number, number]
}

interface Parsed {
  readonly projName?: string
  readonly long0?: number
  readonly lat0?: number
  readonly k0?: number
  readonly x0?: number
  readonly y0?: number
  readonly to_meter?: number
  readonly datumCode?: string
  readonly datum_params?: readonly unknown[]
}

/**
 * By the text of a `.prj`. Vietnamese programs write VN-2000 in many ways, often without the seven parameters that tie it
 * to WGS 84, or even call it WGS 84: a scale of 0.9999 tells it all the same. Throws `projection_unknown`.
 */
export function findByWkt(wkt: string): ToWgs84 {
  const name = /^\s*\w+\s*\[\s*"([^"]*)"/.exec(wkt)?.[1] ?? wkt.slice(0, 60)
  const parsed = parseWkt(wkt, name)
  const isVn2000 = /VN[\s_-]*2000|Viet[\s_-]*nam[\s_-]*2000/i.test(wkt)
  const isGeographic = parsed.projName === 'longlat'
  if (isGeographic) {
    if (isVn2000) return findByCode('4756')
    return isNearWgs84(wkt, parsed) ? null : refuse(name)
  }
  const isNationalGrid = Math.abs((parsed.k0 ?? 1) - 0.9999) < 1e-7
  if (isVn2000 || isNationalGrid) return fromVn2000(parsed, name)
  if (!isNearWgs84(wkt, parsed) && !/TOWGS84/i.test(wkt)) return refuse(name)
  return toTransformation(wkt)
}

function parseWkt(wkt: string, name: string): Parsed {
  try {
    return proj4.Proj(wkt) as unknown as Parsed
  } catch {
    return refuse(name)
  }
}

/** Transverse Mercator of any meridian and scale, on our datum. proj4 has angles in radians. */
function fromVn2000(parsed: Parsed, name: string): ToWgs84 {
  const isMercator = /tmerc|utm|transverse|gauss/i.test(parsed.projName ?? '')
  if (!isMercator || parsed.long0 === undefined) return refuse(name)
  const meridian = (parsed.long0 * 180) / Math.PI
  const lat_0 = ((parsed.lat0 ?? 0) * 180) / Math.PI
  return toTransformation(
    `+proj=tmerc +lat_0=${lat_0} +lon_0=${meridian} +k=${parsed.k0 ?? 0.9999} +x_0=${parsed.x0 ?? 500_000} ` +
      `+y_0=${parsed.y0 ?? 0} ${vn2000Datum} +units=m +no_defs`,
  )
}

/** Datums that lie within a metre of WGS 84 here. Others without parameters would be off by hundreds of metres, silently. */
function isNearWgs84(wkt: string, parsed: Parsed): boolean {
  const datum = /DATUM\s*\[\s*"([^"]*)"/i.exec(wkt)?.[1] ?? /ENSEMBLE\s*\[\s*"([^"]*)"/i.exec(wkt)?.[1] ?? ''
  return /WGS[\s_]*(19)?84|ITRF|ETRS|World Geodetic System 1984/i.test(datum) || parsed.datumCode === 'WGS84'
}

function refuse(found: string): never {
  throw new ImportFileError('projection_unknown', { found: found.slice(0, 100), expected: 'WGS 84, VN-2000' })
}
