/** Which trial sites has somebody put down, and how do they stand in a link? */
import { circleRadius_m, isCircleRadius, type SiteCircle } from '../../core/coverage/site-circle.ts'
import { mostTrialSites } from '../../core/coverage/trial.ts'
import type { LngLat } from '../../core/geo.ts'

export interface Circles {
  readonly trial: readonly SiteCircle[]
  /** The saved plan that the trial sites are of; it may have been changed since. */
  readonly plan_id: number | null
  /** Of the circles around existing sites. */
  readonly circle_radius_m: number
}

export const openingCircles: Circles = { trial: [], plan_id: null, circle_radius_m: circleRadius_m.usual }

/** A metre. */
const decimals = 5

export function withTrialSite(trial: readonly SiteCircle[], position: LngLat): readonly SiteCircle[] {
  if (trial.length >= mostTrialSites) return trial
  const radius_m = trial.at(-1)?.radius_m ?? circleRadius_m.usual
  return [...trial, { position: toRounded(position), radius_m }]
}

export function withMovedSite(
  trial: readonly SiteCircle[],
  index: number,
  position: LngLat,
): readonly SiteCircle[] {
  return trial.map((site, at) => (at === index ? { ...site, position: toRounded(position) } : site))
}

export function withRadius(
  trial: readonly SiteCircle[],
  index: number,
  radius_m: number,
): readonly SiteCircle[] {
  return trial.map((site, at) => (at === index ? { ...site, radius_m } : site))
}

export function withoutSite(trial: readonly SiteCircle[], index: number): readonly SiteCircle[] {
  return trial.filter((_, at) => at !== index)
}

/** `lat,lng,km;lat,lng,km` */
export function toTrialText(trial: readonly SiteCircle[]): string {
  return trial
    .map(({ position: [lng, lat], radius_m }) =>
      [lat.toFixed(decimals), lng.toFixed(decimals), toKmText(radius_m)].join(','),
    )
    .join(';')
}

export function toKmText(radius_m: number): string {
  return String(Math.round(radius_m) / 1000)
}

export type TrialTextProblem = 'unknown_value' | 'out_of_range'

const siteText = /^(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?),(\d{1,4}(?:\.\d+)?)$/

/** One trial site of a link; what it lacks to be one, by name. */
export function readTrialSite(text: string): SiteCircle | TrialTextProblem {
  const [lat, lng, km] = siteText.exec(text)?.slice(1).map(Number) ?? []
  if (lat === undefined || lng === undefined || km === undefined) return 'unknown_value'
  if (Math.abs(lat) > 90 || Math.abs(lng) > 180) return 'out_of_range'
  const radius_m = Math.round(km * 1000)
  return isCircleRadius(radius_m) ? { position: [lng, lat], radius_m } : 'out_of_range'
}

function toRounded([lng, lat]: LngLat): LngLat {
  return [Number(lng.toFixed(decimals)), Number(lat.toFixed(decimals))]
}
