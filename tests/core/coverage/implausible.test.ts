import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findImplausible, type ImplausibleStatement } from '../../../core/coverage/implausible.ts'
import type {
  JudgedInventory,
  JudgedSite,
  JudgedStatement,
  JudgedStation,
  JudgedVillage,
} from '../../../core/coverage/implausible/inventory.ts'
import { partialSlack_m, reach_m } from '../../../core/coverage/implausible/limits.ts'
import type { ReasonCode } from '../../../core/coverage/implausible/reasons.ts'
import { bases, statementStates } from '../../../core/coverage/states.ts'
import { toDistanceM } from '../../../core/gaps/nearest.ts'
import type { LngLat } from '../../../core/geo.ts'
import type { PlantedKind } from './implausible/plant.ts'
import { createWorld } from './implausible/world.ts'

const expected: Readonly<Record<PlantedKind, readonly ReasonCode[]>> = {
  out_of_reach: ['no_site_in_reach', 'no_fibre_in_reach'],
  too_early: ['before_on_air'],
  jump: ['district_jump'],
  refuted: ['contradicts_verification'],
}

describe('of 200 implausible reports among 5,000 honest ones', () => {
  it.each([1, 2, 3, 5, 8, 13])(
    '19 of 20 are found and at most one honest in 20 is flagged, with seed %i',
    (seed) => {
      const world = createWorld(seed, 5_000)
      const flagged = new Map(findImplausible(world, world.today).map(({ id, reasons }) => [id, reasons]))
      const planted = [...world.planted]
      const found = planted.filter(([id]) => flagged.has(id))
      const forTheReason = planted.filter(([id, kind]) =>
        flagged.get(id)?.some(({ code }) => expected[kind].includes(code)),
      )
      const falseAlarms = [...flagged.keys()].filter((id) => world.honest.has(id))
      console.warn(
        `seed ${seed}: ${found.length} of ${planted.length} found, ${forTheReason.length} of them for the reason planted; ` +
          `${falseAlarms.length} of ${world.honest.size} honest flagged, of all flagged ` +
          `${((falseAlarms.length / flagged.size) * 100).toFixed(1)} %`,
      )
      expect(planted).toHaveLength(200)
      expect(new Set(planted.map(([, kind]) => kind)).size).toBe(4)
      expect(world.honest.size).toBe(5_000)
      expect(found.length / planted.length).toBeGreaterThanOrEqual(0.95)
      expect(forTheReason.length / planted.length).toBeGreaterThanOrEqual(0.93)
      expect(falseAlarms.length / world.honest.size).toBeLessThanOrEqual(0.05)
    },
  )
})

const village: JudgedVillage = { id: 1, position: [103, 21.4], district_code: '900' }
const site = (id: number, east_km: number): JudgedSite => ({
  id,
  code: `S${id}`,
  name: `Site ${id}`,
  position: [103 + east_km / 103.7, 21.4],
  status: 'live',
  backhaul: 'microwave',
})
const station = (site_id: number, change: Partial<JudgedStation> = {}): JudgedStation => ({
  site_id,
  carrier_code: 'alpha',
  technology: '4g',
  on_air_on: '2018-05-01',
  off_air_on: null,
  coverage_radius_m: null,
  ...change,
})
const declared = (change: Partial<JudgedStatement> = {}): JudgedStatement => ({
  id: 1,
  village_id: 1,
  service: '4g',
  carrier_code: 'alpha',
  basis: 'declared',
  state: 'covered',
  observed_on: '2020-12-31',
  ...change,
})
const judge = (change: Partial<JudgedInventory>, as_of = '2022-12-31'): ImplausibleStatement[] =>
  findImplausible(
    { villages: [village], sites: [], stations: [], routes: [], statements: [declared()], ...change },
    as_of,
  )
const reasonsOf = (flagged: readonly ImplausibleStatement[]) => flagged.flatMap(({ reasons }) => reasons)
const codesOf = (flagged: readonly ImplausibleStatement[]) => reasonsOf(flagged).map(({ code }) => code)

describe('a report out of reach', () => {
  it('names the nearest station of that carrier and technology, and the reach', () => {
    const sites = [site(1, 9), site(2, 3)]
    const [reason] = reasonsOf(judge({ sites, stations: [station(1), station(2, { carrier_code: 'beta' })] }))
    expect(reason).toMatchObject({
      code: 'no_site_in_reach',
      reach_m: 5_000,
      nearest: { noun: 'sites', id: 1, code: 'S1' },
      gone: null,
    })
    expect(reason?.code === 'no_site_in_reach' && reason.nearest?.distance_m).toBeCloseTo(9_000, -2)
  })

  it('is none where the carrier has a station on a mast of another within reach', () => {
    expect(
      judge({ sites: [site(1, 4.5)], stations: [station(1, { carrier_code: 'beta' }), station(1)] }),
    ).toEqual([])
  })

  it('is none where the carrier stated that the station reaches as far', () => {
    const sites = [site(1, 9)]
    expect(judge({ sites, stations: [station(1, { coverage_radius_m: 9_500 })] })).toEqual([])
  })

  it('speaks of part of a village farther out than of all of it', () => {
    const inventory = { sites: [site(1, 6.5)], stations: [station(1)] }
    expect(codesOf(judge(inventory))).toEqual(['no_site_in_reach'])
    expect(judge({ ...inventory, statements: [declared({ state: 'partial' })] })).toEqual([])
  })

  it('is none of a village of which nobody knows where it lies, of a no, or of what others found', () => {
    expect(judge({ villages: [{ ...village, position: null }] })).toEqual([])
    expect(judge({ statements: [declared({ state: 'not_covered' })] })).toEqual([])
    for (const basis of bases.filter((one) => one !== 'declared')) {
      expect(judge({ statements: [declared({ basis })] }), basis).toEqual([])
    }
    const measured = declared({ id: 2, basis: 'measured', observed_on: '2021-03-01' })
    expect(judge({ statements: [declared(), measured] })).toEqual([])
  })

  it('becomes one when the only station is retired or goes off air, if it is still the carrier’s word', () => {
    const off = { sites: [site(1, 2)], stations: [station(1, { off_air_on: '2021-08-01' })] }
    expect(reasonsOf(judge(off))[0]).toMatchObject({ gone: { id: 1, off_air_on: '2021-08-01' } })
    expect(judge(off, '2021-07-31')).toEqual([])
    const retired = { sites: [{ ...site(1, 2), status: 'retired' as const }], stations: [station(1)] }
    expect(reasonsOf(judge(retired))[0]).toMatchObject({ gone: { id: 1, off_air_on: null } })
    const taken = declared({ id: 2, state: 'not_covered', observed_on: '2021-09-01' })
    expect(judge({ ...off, statements: [declared(), taken] })).toEqual([])
  })

  it('says of fibre how far the carrier’s own and anybody’s is', () => {
    const route = {
      id: 7,
      code: 'TC-7',
      name: 'Tuyến 7',
      owner_code: 'beta',
      tenant_codes: [],
      built_on: '2015-01-01',
      line: [
        [103.12, 21.3],
        [103.12, 21.5],
      ] as const,
    }
    const statements = [declared({ service: 'fibre' })]
    const [reason] = reasonsOf(judge({ routes: [route], statements }))
    expect(reason).toMatchObject({ code: 'no_fibre_in_reach', nearest: null, nearest_of_others: { id: 7 } })
    const nearer = { ...route, line: route.line.map(([lng, lat]): LngLat => [lng - 0.08, lat]) }
    expect(judge({ routes: [nearer], statements })).toEqual([])
    const fed = { ...site(1, 7), backhaul: 'fibre' as const }
    expect(judge({ sites: [fed], stations: [station(1)], statements })).toEqual([])
    expect(codesOf(judge({ routes: [{ ...nearer, built_on: '2021-06-01' }], statements }))).toEqual([
      'before_on_air',
    ])
  })
})

describe('a report before the station', () => {
  it('names the first that could have served it and its day, some days forgiven', () => {
    const inventory = { sites: [site(1, 2)], stations: [station(1, { on_air_on: '2021-04-01' })] }
    const [reason] = reasonsOf(judge(inventory))
    expect(reason).toMatchObject({ code: 'before_on_air', on_air_on: '2021-04-01', supply: { id: 1 } })
    expect(judge({ ...inventory, statements: [declared({ observed_on: '2021-03-20' })] })).toEqual([])
  })

  it('is none where another was there already, or nobody noted the day', () => {
    const sites = [site(1, 2), site(2, 4)]
    const late = station(1, { on_air_on: '2021-04-01' })
    expect(judge({ sites, stations: [late, station(2)] })).toEqual([])
    expect(judge({ sites, stations: [station(1, { on_air_on: null })] })).toEqual([])
  })
})

describe('a district that turns on one day', () => {
  const villages = Array.from({ length: 20 }, (_, i) => ({ ...village, id: i + 1, position: null }))
  const earlier = declared({ id: 900, village_id: 1, state: 'not_covered', observed_on: '2019-01-01' })
  const turn = (count: number, change: Partial<JudgedStatement> = {}) =>
    villages.slice(0, count).map(({ id }) => declared({ id, village_id: id, ...change }))

  it('is flagged in each village that turned', () => {
    const flagged = judge({ villages, statements: [earlier, ...turn(13)] })
    expect(flagged.map(({ id }) => id)).toEqual(Array.from({ length: 13 }, (_, i) => i + 1))
    expect(flagged[0]!.reasons).toEqual([
      { code: 'district_jump', district_code: '900', turned: 13, villages: 20 },
    ])
  })

  it('is none where fewer turned, or were covered before, or it is the first that the carrier says', () => {
    expect(judge({ villages, statements: [earlier, ...turn(11)] })).toEqual([])
    const covered = turn(13, { observed_on: '2020-06-30' }).map((one) => ({ ...one, id: one.id + 100 }))
    expect(judge({ villages, statements: [...covered, ...turn(13)] })).toEqual([])
    expect(judge({ villages, statements: turn(20) })).toEqual([])
  })
})

describe('a report and a later verification', () => {
  const inventory = { sites: [site(1, 1)], stations: [station(1)] }
  const verified = declared({ id: 2, basis: 'verified', state: 'not_covered', observed_on: '2021-05-05' })

  it('contradict each other where it found less', () => {
    expect(reasonsOf(judge({ ...inventory, statements: [declared(), verified] }))).toEqual([
      { code: 'contradicts_verification', verified_state: 'not_covered', verified_on: '2021-05-05' },
    ])
  })

  it('do not where it found more, came first, or the carrier had taken it back', () => {
    const found = { ...verified, state: 'covered' as const }
    const less = declared({ state: 'not_covered' })
    expect(judge({ ...inventory, statements: [less, found] })).toEqual([])
    expect(
      judge({ ...inventory, statements: [{ ...verified, observed_on: '2020-01-01' }, declared()] }),
    ).toEqual([])
    const back = declared({ id: 3, state: 'not_covered', observed_on: '2021-02-01' })
    expect(judge({ ...inventory, statements: [declared(), back, verified] })).toEqual([])
  })
})

describe('whatever is known and reported', () => {
  const place = fc.tuple(
    fc.double({ min: 102.9, max: 103.1, noNaN: true }),
    fc.double({ min: 21.3, max: 21.5, noNaN: true }),
  )
  const day = fc.constantFrom('2019-01-01', '2020-01-01', '2020-12-31', '2021-06-30')
  const carrier = fc.constantFrom('alpha', 'beta')
  const technology = fc.constantFrom('2g', '3g', '4g', '5g' as const)
  const inventory: fc.Arbitrary<JudgedInventory> = fc.record({
    villages: fc
      .array(fc.option(place), { minLength: 1, maxLength: 6 })
      .map((places) => places.map((position, i) => ({ id: i + 1, position, district_code: '900' }))),
    sites: fc
      .array(fc.record({ position: place, status: fc.constantFrom('planned', 'live', 'retired' as const) }), {
        maxLength: 6,
      })
      .map((list) => list.map((one, i) => ({ ...site(i + 1, 0), ...one }))),
    stations: fc.array(
      fc.record({
        site_id: fc.integer({ min: 1, max: 6 }),
        carrier_code: carrier,
        technology,
        on_air_on: fc.option(day),
        off_air_on: fc.constant(null),
        coverage_radius_m: fc.constant(null),
      }),
      { maxLength: 12 },
    ),
    routes: fc.constant([]),
    statements: fc
      .array(
        fc.record({
          village_id: fc.integer({ min: 1, max: 7 }),
          service: technology,
          carrier_code: carrier,
          basis: fc.constantFrom(...bases),
          state: fc.constantFrom(...statementStates),
          observed_on: day,
        }),
        { maxLength: 25 },
      )
      .map((list) => list.map((one, i) => ({ id: i + 1, ...one }))),
  })

  /** Measured one by one, without an index: what stands within reach, whenever. */
  function listReaching(known: JudgedInventory, statement: JudgedStatement): JudgedStation[] {
    const from = known.villages.find(({ id }) => id === statement.village_id)?.position ?? null
    return known.stations.filter((one) => {
      const at = known.sites.find(({ id }) => id === one.site_id)
      if (from === null || at === undefined) return false
      const slack = statement.state === 'partial' ? partialSlack_m : 0
      return (
        one.carrier_code === statement.carrier_code &&
        one.technology === statement.service &&
        !(at.status === 'planned' && one.on_air_on === null) &&
        toDistanceM(from, at.position) <= reach_m[one.technology] + slack
      )
    })
  }

  it('only declarations are flagged, of villages with a position where it needs one, and where nothing stands in reach', () => {
    fc.assert(
      fc.property(inventory, (known) => {
        for (const { id, reasons } of findImplausible(known, '2021-12-31')) {
          const statement = known.statements.find((one) => one.id === id)!
          expect(statement.basis).toBe('declared')
          for (const reason of reasons) {
            const reaching = listReaching(known, statement)
            if (reason.code === 'before_on_air') {
              expect(
                reaching.every(({ on_air_on }) => on_air_on !== null && on_air_on > statement.observed_on),
              ).toBe(true)
            }
            if (reason.code === 'no_site_in_reach' && reason.gone === null) expect(reaching).toEqual([])
            if (reason.code === 'no_site_in_reach') {
              expect(known.villages.find((one) => one.id === statement.village_id)?.position).not.toBeNull()
            }
          }
        }
      }),
    )
  })

  it('every declaration with nothing in reach is flagged, unless somebody found it to be so', () => {
    fc.assert(
      fc.property(inventory, (known) => {
        const flagged = new Set(findImplausible(known, '2021-12-31').map(({ id }) => id))
        const unconfirmed = known.statements.filter(
          ({ basis, state, village_id, service, carrier_code }) =>
            basis === 'declared' &&
            state !== 'not_covered' &&
            known.villages.some(({ id, position }) => id === village_id && position !== null) &&
            !known.statements.some(
              (other) =>
                (other.basis === 'measured' || other.basis === 'verified') &&
                other.village_id === village_id &&
                other.service === service &&
                other.carrier_code === carrier_code,
            ),
        )
        for (const statement of unconfirmed) {
          if (listReaching(known, statement).length === 0) expect(flagged.has(statement.id)).toBe(true)
        }
      }),
    )
  })

  it('a station more at the village, on air since ever, explains what was out of reach or too early', () => {
    fc.assert(
      fc.property(inventory, (known) => {
        const placed = known.villages.filter(({ position }) => position !== null)
        const sites = placed.map(({ id, position }) => ({ ...site(100 + id, 0), position: position! }))
        const stations = sites.flatMap(({ id }) =>
          ['alpha', 'beta'].flatMap((carrier_code) =>
            (['2g', '3g', '4g', '5g'] as const).map((wave) =>
              station(id, { carrier_code, technology: wave, on_air_on: '2009-01-01' }),
            ),
          ),
        )
        const fuller = {
          ...known,
          sites: [...known.sites, ...sites],
          stations: [...known.stations, ...stations],
        }
        const codes = codesOf(findImplausible(fuller, '2021-12-31'))
        expect(codes.filter((code) => code === 'no_site_in_reach' || code === 'before_on_air')).toEqual([])
      }),
    )
  })
})
