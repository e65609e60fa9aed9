/** How do circles stand in the address: trial sites, the plan they are of, and the radius around existing sites? */
import { circleRadius_m, isCircleRadius, type SiteCircle } from '../../../core/coverage/site-circle.ts'
import { mostTrialSites } from '../../../core/coverage/trial.ts'
import { openingCircles, readTrialSite, toKmText, toTrialText } from '../trial-sites.ts'
import type { AddressPart, AddressReading } from './address-part.ts'

const limits = `${circleRadius_m.least / 1000}–${circleRadius_m.greatest / 1000} km`

export const circlesPart: AddressPart = {
  keys: ['trial', 'plan', 'radius'],
  write: ({ trial, plan_id, circle_radius_m }, add) => {
    add('trial', toTrialText(trial) || null)
    add('plan', plan_id === null ? null : String(plan_id))
    add('radius', toKmText(circle_radius_m), toKmText(openingCircles.circle_radius_m))
  },
  read: (reading) => ({
    trial: readTrial(reading),
    plan_id: readPlan(reading),
    circle_radius_m: readRadius(reading),
  }),
}

function readTrial({ given, ignore }: AddressReading): readonly SiteCircle[] {
  const texts = given('trial')?.split(';') ?? []
  const sites = texts.map((text) => ({ text, site: readTrialSite(text) }))
  for (const { text, site } of sites) {
    if (site === 'unknown_value') ignore({ key: 'trial', value: text, reason: site })
    if (site === 'out_of_range') ignore({ key: 'trial', value: text, reason: site, instead: limits })
  }
  const known = sites.flatMap(({ site }) => (typeof site === 'string' ? [] : [site]))
  if (known.length > mostTrialSites) {
    ignore({
      key: 'trial',
      value: String(known.length),
      reason: 'out_of_range',
      instead: `≤ ${mostTrialSites}`,
    })
  }
  return known.slice(0, mostTrialSites)
}

function readPlan({ given, ignore }: AddressReading): number | null {
  const text = given('plan')
  if (text === undefined) return null
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  ignore({ key: 'plan', value: text, reason: 'unknown_value' })
  return null
}

function readRadius({ given, ignore }: AddressReading): number {
  const text = given('radius')
  if (text === undefined) return openingCircles.circle_radius_m
  const radius_m = Math.round(Number(text) * 1000)
  if (isCircleRadius(radius_m)) return radius_m
  ignore({ key: 'radius', value: text, reason: 'out_of_range', instead: limits })
  return openingCircles.circle_radius_m
}
