/** What is each drawn image called? An id says all that a drawing needs, so that images are drawn when first asked for. */
import type { MapTheme } from './palette.ts'

export type ImageSpec =
  | { readonly type: 'hatch'; readonly theme: MapTheme }
  | { readonly type: 'village'; readonly theme: MapTheme; readonly state: VillageMark }
  | { readonly type: 'generator'; readonly theme: MapTheme }
  | { readonly type: 'overlay'; readonly theme: MapTheme; readonly mark: OverlayMark }
  | {
      readonly type: 'assignment'
      readonly theme: MapTheme
      readonly carrier_code: string
      readonly progress: AssignmentProgress
    }
  | ({ readonly type: 'site'; readonly theme: MapTheme } & SiteMark)

export const villageMarks = ['unknown', 'not_covered', 'partial'] as const
export type VillageMark = (typeof villageMarks)[number]

/**
 * Villages gained, lost, either where one side alone is known, or that something is to be asked about; then how far an assigned
 * one is; last what would become of a row of a file.
 */
export const overlayMarks = [
  'gained',
  'lost',
  'gained-unsure',
  'lost-unsure',
  'flag',
  'todo',
  'late',
  'blocked',
  'returned',
  'awaiting',
  'confirmed',
  'added',
  'conflict',
  'missing',
] as const
export type OverlayMark = (typeof overlayMarks)[number]

export const assignmentProgresses = ['open', 'done'] as const
export type AssignmentProgress = (typeof assignmentProgresses)[number]

export const siteSymbols = ['5g', '4g', '3g', '2g', 'none'] as const
export type SiteSymbol = (typeof siteSymbols)[number]

/** What a site's mark shows. */
export interface SiteMark {
  readonly symbol: SiteSymbol
  readonly carriers: readonly string[]
  readonly power: 'generator' | 'other'
  readonly sharing: 'offered' | 'closed'
  readonly status: 'planned' | 'live' | 'retired'
}

/** A single carrier's letter fits into a disc or a ring; beside a cross, a dot or segments it stands apart. */
export function hasLetterInside(mark: SiteMark): boolean {
  return mark.carriers.length === 1 && mark.symbol !== '2g' && mark.symbol !== '5g'
}

export function hatchImageId(theme: MapTheme): string {
  return `hatch|${theme}`
}

export function generatorImageId(theme: MapTheme): string {
  return `generator|${theme}`
}

/** @param mark one of `overlayMarks`, or empty where an expression adds it */
export function toOverlayImageId(theme: MapTheme, mark: OverlayMark | ''): string {
  return `overlay|${theme}|${mark}`
}

/** Everything of a site's image id but the theme, which the layer puts in front. */
export function toSiteImageKey(mark: SiteMark): string {
  return [mark.symbol, mark.carriers.join('+'), mark.power, mark.sharing, mark.status].join('|')
}

/** The drawing that an id asks for; null for an id that is none of ours. */
export function parseImageId(id: string): ImageSpec | null {
  const [type, theme, ...rest] = id.split('|')
  if (theme !== 'light' && theme !== 'dark') return null
  if (type === 'hatch' || type === 'generator') return { type, theme }
  if (type === 'village') {
    const state = findIn(villageMarks, rest[0])
    return state === null ? null : { type, theme, state }
  }
  if (type === 'overlay') {
    const mark = findIn(overlayMarks, rest[0])
    return mark === null ? null : { type, theme, mark }
  }
  if (type === 'assignment') {
    const progress = findIn(assignmentProgresses, rest[1])
    return progress === null ? null : { type, theme, carrier_code: rest[0] ?? '', progress }
  }
  return type === 'site' ? parseSiteId(theme, rest) : null
}

function parseSiteId(theme: MapTheme, rest: readonly string[]): ImageSpec | null {
  const symbol = findIn(siteSymbols, rest[0])
  const power = findIn(['generator', 'other'] as const, rest[2])
  const sharing = findIn(['offered', 'closed'] as const, rest[3])
  const status = findIn(['planned', 'live', 'retired'] as const, rest[4])
  if (symbol === null || power === null || sharing === null || status === null) return null
  const carriers = (rest[1] ?? '').split('+').filter((code) => code !== '')
  return { type: 'site', theme, symbol, carriers, power, sharing, status }
}

function findIn<const V extends string>(values: readonly V[], value: string | undefined): V | null {
  return values.find((known) => known === value) ?? null
}
