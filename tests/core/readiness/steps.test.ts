import { describe, expect, it } from 'vitest'
import { listScreens, listScreensOf, readinessScreens } from '../../../core/readiness/screens.ts'
import { findNextStep, listSteps, readinessSteps, type RecordCounts } from '../../../core/readiness/steps.ts'

const nothing: RecordCounts = {
  communes: 0,
  communes_2025: 0,
  villages: 0,
  villages_without_position: 0,
  villages_without_households: 0,
  carriers: 0,
  sites: 0,
  sites_without_stations: 0,
  statements: 0,
  villages_without_statements: 0,
  services_without_statements: 5,
  cable_routes: 0,
  acts: 0,
  assignments: 0,
  assignments_without_village: 0,
  actuals: 0,
  targets: 0,
  facilities: 0,
  speed_results: 0,
}
/** One list after the other, as a province brings them in. */
const brought: readonly Partial<RecordCounts>[] = [
  { communes: 129, communes_2025: 45 },
  { villages: 1445, villages_without_statements: 1445 },
  { carriers: 3 },
  { sites: 815 },
  { statements: 9000, villages_without_statements: 0, services_without_statements: 0 },
  { cable_routes: 148 },
  { acts: 1, assignments: 36 },
]
const after = (lists: number) => listSteps(Object.assign({ ...nothing }, ...brought.slice(0, lists)))

describe('the lists of a province', () => {
  it('come in an order in which none waits for a later one', () => {
    for (const { step, waits_for } of after(0)) {
      for (const earlier of waits_for) {
        expect(readinessSteps.indexOf(earlier), step).toBeLessThan(readinessSteps.indexOf(step))
      }
    }
    expect(brought.map((_, at) => findNextStep(after(at)))).toEqual(readinessSteps.slice(0, 7))
    expect(findNextStep(after(7))).toBeNull()
  })

  it('are done when nothing is missing in them, and say how much is where something is', () => {
    const half = listSteps({ ...nothing, villages: 10, villages_without_position: 3, communes: 9 })
    expect(half.find(({ step }) => step === 'villages')).toEqual({
      step: 'villages',
      state: 'partly',
      count: 10,
      gaps: [{ code: 'villages_without_position', count: 3 }],
      waits_for: [],
      is_needed: true,
    })
    expect(half.find(({ step }) => step === 'admin_units')?.gaps).toEqual([
      { code: 'no_communes_2025', count: 1 },
    ])
    expect(
      after(7)
        .filter(({ state }) => state !== 'done')
        .map(({ step }) => step),
    ).toEqual(['indicator_values', 'facilities', 'speed_results'])
    // Of what is not there nothing is missing yet.
    expect(after(0).flatMap(({ gaps }) => gaps)).toEqual([])
  })
})

describe('the screens', () => {
  it('wait for lists, then show something, then everything; never less with one more', () => {
    const rank = { waits: 0, partly: 1, works: 2 }
    const runs = Array.from({ length: brought.length + 1 }, (_, at) => listScreens(after(at)))
    expect(runs[0]?.every(({ state }) => state === 'waits')).toBe(true)
    for (const [at, screens] of runs.entries()) {
      for (const { screen, missing, state } of screens) {
        expect(missing.length > 0, screen).toBe(state === 'waits')
        const before = runs[at - 1]?.find((one) => one.screen === screen)
        if (before !== undefined) expect(before.missing).toEqual(expect.arrayContaining([...missing]))
      }
    }
    const last = runs.at(-1)!.filter(({ screen }) => screen !== 'targets')
    expect(Math.min(...last.map(({ state }) => rank[state]))).toBe(2)
    expect(runs[4]?.find(({ screen }) => screen === 'sites')?.state).toBe('works')
    expect(runs[4]?.find(({ screen }) => screen === 'shares')?.missing).toEqual(['village_services'])
  })

  it('each need a list, and each needed list a screen', () => {
    const needed = after(0).filter(({ is_needed }) => is_needed)
    for (const { step } of needed) expect(listScreensOf(step), step).not.toEqual([])
    expect(
      readinessSteps.flatMap(listScreensOf).filter((screen) => !readinessScreens.includes(screen)),
    ).toEqual([])
  })
})
