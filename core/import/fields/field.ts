/** What is a field of a file: how is it read, and by which titles do people know it? */
import { toSearchText } from '../../text.ts'
import type { Words } from '../values/read-words.ts'

export type FieldRead =
  | { readonly as: 'text'; readonly longest: number; readonly shape: 'line' | 'lines' }
  | { readonly as: 'code'; readonly pattern: RegExp; readonly letters: 'as_is' | 'lower' }
  | {
      readonly as: 'number'
      readonly least: number
      readonly most: number
      readonly whole: 'whole' | 'any'
      /** Lower case without spaces, and what one of them is in the field's own unit. */
      readonly units: Readonly<Record<string, number>>
    }
  /** `past`: may not lie in the future. */
  | { readonly as: 'day'; readonly when: 'past' | 'any' }
  | { readonly as: 'yes_no' }
  | { readonly as: 'word'; readonly words: Words }
  | { readonly as: 'carrier' | 'carriers' | 'mast_kind' | 'source' | 'act' | 'indicator' | 'names' }
  /** Read together with others, by the noun's own rules: a position, a commune, a column per service. */
  | { readonly as: 'noun' }

export interface ImportField {
  readonly name: string
  readonly title: { readonly vi: string; readonly en: string }
  readonly read: FieldRead
  /** Titles that mean it, folded; its name and its own titles are among them. */
  readonly synonyms: readonly string[]
  /** `always`: a row without it is refused. `new`: a record that is not there yet needs it. */
  readonly required: 'always' | 'new' | 'no'
  /** How many columns of a file may hold it. */
  readonly columns: 'one' | 'many'
}

export interface FieldGiven {
  readonly vi: string
  readonly en: string
  readonly read: FieldRead
  readonly also?: readonly string[]
  readonly required?: 'always' | 'new'
  readonly columns?: 'many'
}

export function defineFields(given: Readonly<Record<string, FieldGiven>>): readonly ImportField[] {
  return Object.entries(given).map(([name, field]) => ({
    name,
    title: { vi: field.vi, en: field.en },
    read: field.read,
    synonyms: [...new Set([name, field.vi, field.en, ...(field.also ?? [])].map(toSearchText))],
    required: field.required ?? 'no',
    columns: field.columns ?? 'one',
  }))
}

export const line = (longest = 200): FieldRead => ({ as: 'text', longest, shape: 'line' })
export const lines: FieldRead = { as: 'text', longest: 2000, shape: 'lines' }
export const yesNo: FieldRead = { as: 'yes_no' }
export const pastDay: FieldRead = { as: 'day', when: 'past' }
export const anyDay: FieldRead = { as: 'day', when: 'any' }
export const byNoun: FieldRead = { as: 'noun' }
export const toWord = (words: Words): FieldRead => ({ as: 'word', words })

export function toNumber(
  least: number,
  most: number,
  units: Readonly<Record<string, number>> = {},
): FieldRead {
  return { as: 'number', least, most, whole: 'any', units }
}

export function toCount(most: number, units: readonly string[] = []): FieldRead {
  const factors = Object.fromEntries(units.map((unit) => [unit, 1]))
  return { as: 'number', least: 0, most, whole: 'whole', units: factors }
}

export const metres = { m: 1, mét: 1, met: 1, km: 1000, cm: 0.01 }
export const watts = { w: 1, kw: 1000, oát: 1 }

/** Where a row says itself in which unit it lies: read by `core/import/names/match-units.ts`. */
export const unitFields = {
  commune: {
    vi: 'Xã, phường',
    en: 'Commune',
    read: byNoun,
    also: [
      'xa',
      'phuong',
      'xa phuong thi tran',
      'xa phuong tt',
      'ten xa',
      'ten xa phuong',
      'xa thi tran',
      'commune code',
      'commune printed',
      'ma xa',
      'phuong xa',
      'dia ban xa',
      'xa moi',
      'xa cu',
      'thuoc xa',
      'don vi hanh chinh',
      'commune name',
      'commune 2025 code',
      'ma xa phuong',
      'xa huyen',
      'dia ban',
      'phuong xa thi tran',
      'ten xa phuong thi tran',
      'ward',
      'xa phuong noi dat tram',
    ],
  },
  district: {
    vi: 'Huyện',
    en: 'District',
    read: byNoun,
    also: [
      'huyen thi xa thanh pho',
      'quan huyen',
      'huyen thi',
      'ten huyen',
      'district code',
      'district printed',
      'ma huyen',
      'huyen thanh pho',
      'huyen thi tp',
      'huyen thi xa tp',
      'huyen cu',
      'thuoc huyen',
      'district name',
      'huyen tx tp',
      'quan huyen thi xa',
    ],
  },
} as const satisfies Record<string, FieldGiven>

export const positionField = {
  vi: 'Tọa độ',
  en: 'Position',
  read: byNoun,
  columns: 'many',
  also: [
    'x',
    'y',
    'toa do x',
    'toa do y',
    'kinh do',
    'vi do',
    'lng',
    'lat',
    'long',
    'lon',
    'longitude',
    'latitude',
    'vi do bac',
    'kinh do dong',
    'toa do vi do',
    'toa do kinh do',
    'vi tri toa do',
    'toa do gps',
    'gps',
    'x m',
    'y m',
    'x bac',
    'y dong',
    'toa do vn2000',
    'toa do vn 2000',
    'toa do wgs84',
    'toa do wgs 84',
    'bac',
    'dong',
    'northing',
    'easting',
    'toa do bac',
    'toa do dong',
    'coordinates',
    'kinh tuyen',
    'vi tuyen',
    'toa do dia ly',
    'toa do tram',
    'toa do lat',
    'toa do long',
    'toa do n',
    'toa do e',
    'n',
    'e',
  ],
} as const satisfies FieldGiven

/** Never a column of its own in our files: what a list says of its coordinates as a whole. */
export const meridianField = {
  vi: 'Kinh tuyến trục (VN-2000)',
  en: 'Central meridian (VN-2000)',
  read: byNoun,
  also: ['ktt', 'kinh tuyen truc', 'mui chieu'],
} as const satisfies FieldGiven

/** Columns that lists have and no record keeps. */
export const leftOutTitles: ReadonlySet<string> = new Set([
  'tt',
  'stt',
  'so tt',
  'so thu tu',
  'no',
  'thu tu',
  'id',
  'fid',
  'objectid',
  'tinh',
  'tinh thanh pho',
  'is sample',
  'tinh thanh',
])
