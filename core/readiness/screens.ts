/** Which screens show something already, and which list does each of the others wait for? */
import { readinessSteps, type ReadinessStep, type StepReadiness } from './steps.ts'

export const readinessScreens = [
  'shares',
  'gaps',
  'sites',
  'nearest',
  'routes',
  'if_fails',
  'assigned',
  'time',
  'papers',
  'targets',
] as const
export type ReadinessScreen = (typeof readinessScreens)[number]

const needs: Readonly<Record<ReadinessScreen, readonly ReadinessStep[]>> = {
  /** The map of shares. */
  shares: ['admin_units', 'villages', 'carriers', 'village_services'],
  gaps: ['admin_units', 'villages', 'carriers', 'village_services'],
  sites: ['carriers', 'sites'],
  /** The nearest site of a village without service, and what a trial site would bring. */
  nearest: ['villages', 'carriers', 'sites', 'village_services'],
  routes: ['carriers', 'cable_routes'],
  /** What is lost when a site or a route fails. */
  if_fails: ['villages', 'carriers', 'sites', 'village_services', 'cable_routes'],
  assigned: ['villages', 'carriers', 'assignments'],
  /** One day beside another. */
  time: ['villages', 'carriers', 'village_services'],
  /** Papers that carriers owe. */
  papers: ['carriers'],
  targets: ['villages', 'village_services', 'indicator_values'],
}

export interface ScreenReadiness {
  readonly screen: ReadinessScreen
  /** `partly`: it shows something, of which something is missing. */
  readonly state: 'waits' | 'partly' | 'works'
  /** Lists without which it shows nothing, in their order. */
  readonly missing: readonly ReadinessStep[]
}

export function listScreens(steps: readonly StepReadiness[]): readonly ScreenReadiness[] {
  const stateOf = new Map(steps.map(({ step, state }) => [step, state]))
  return readinessScreens.map((screen) => {
    const needed = readinessSteps.filter((step) => needs[screen].includes(step))
    const missing = needed.filter((step) => stateOf.get(step) !== 'done' && stateOf.get(step) !== 'partly')
    const isPartly = needed.some((step) => stateOf.get(step) === 'partly')
    return { screen, missing, state: missing.length > 0 ? 'waits' : isPartly ? 'partly' : 'works' }
  })
}

/** Screens that a list is needed for. */
export function listScreensOf(step: ReadinessStep): readonly ReadinessScreen[] {
  return readinessScreens.filter((screen) => needs[screen].includes(step))
}
