import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createIfFails, lostServices, type FailureAnswer } from '../../../core/gaps/if-fails.ts'
import type { FailInventory, Failures } from '../../../core/gaps/if-fails/inventory.ts'
import { services } from '../../../core/coverage/states.ts'
import type { LngLat } from '../../../core/geo.ts'

const nothing: Failures = { sites: [], routes: [] }
const at = (east_km: number, north_km = 0): LngLat => [103 + east_km / 103.7, 21.4 + north_km / 110.7]
const village = (id: number, east_km: number) => ({
  id,
  position: at(east_km),
  households: 10 * id,
  people: 50 * id,
})
const site = (id: number, east_km: number, backhaul: 'fibre' | 'microwave' | null = 'microwave') => ({
  id,
  position: at(east_km),
  backhaul,
})
const station = (site_id: number, carrier_code = 'alpha', technology: '2g' | '3g' | '4g' = '4g') => ({
  site_id,
  carrier_code,
  technology,
})
const route = (id: number, from: LngLat, to: LngLat, carriers: readonly string[] = ['alpha']) => ({
  id,
  line: [from, to],
  carriers,
})
const held = (position: number, service: (typeof services)[number], state = 3, carrier_code = 'alpha') => ({
  village: position,
  service,
  carrier_code,
  state,
})
const inventory = (change: Partial<FailInventory>): FailInventory => ({
  villages: [village(1, 0), village(2, 30)],
  held: [],
  sites: [],
  stations: [],
  routes: [],
  seat: at(-50),
  ...change,
})
const lost = ({ villages }: FailureAnswer) =>
  villages.map(({ id, losses }) => [id, losses.map(({ service, left }) => `${service} ${left}`)])

describe('if a site fails', () => {
  const two = inventory({
    held: [held(0, '4g'), held(0, '3g'), held(1, '4g')],
    sites: [site(7, 1), site(8, 4.5), site(9, 30)],
    stations: [station(7), station(7, 'alpha', '3g'), station(9)],
  })

  it('villages lose what nothing else of the carrier in reach serves, with their people', () => {
    const answer = createIfFails(two)({ sites: [7], routes: [] })
    expect(lost(answer)).toEqual([[1, ['3g nothing', '4g nothing', 'mobile nothing']]])
    expect(answer.sums.mobile).toMatchObject({ villages: 1, households: 10, people: 50 })
    expect(answer.sums.fibre).toMatchObject({ villages: 0 })
    expect(answer.sites).toEqual([7])
  })

  it('another site of the carrier in reach with the technology keeps it', () => {
    const more = { ...two, stations: [...two.stations, station(8)] }
    expect(lost(createIfFails(more)({ sites: [7], routes: [] }))).toEqual([[1, ['3g nothing']]])
  })

  it('another carrier that covers the village keeps it; one that does in part leaves a part', () => {
    const ask = (state: number) =>
      createIfFails({
        ...two,
        held: [held(0, '4g'), held(0, '4g', state, 'beta')],
        stations: [station(7), station(9, 'beta')],
        sites: [site(7, 1), site(9, 2)],
      })({ sites: [7], routes: [] })
    expect(ask(3).villages).toEqual([])
    expect(lost(ask(2))).toEqual([[1, ['4g partial', 'mobile partial']]])
    expect(ask(2).sums['4g'].villages).toBe(0)
  })

  it('what nothing in reach explains is counted as unknown and not as lost', () => {
    const answer = createIfFails(
      inventory({ held: [held(0, '4g')], sites: [site(9, 30)], stations: [station(9)] }),
    )
    expect(answer({ sites: [9], routes: [] })).toMatchObject({ villages: [], unknown: { unexplained: 1 } })
  })
})

describe('if a cable route fails', () => {
  // The seat is in the west: seat ─ 1 ─┬─ 2 ─ 3, and 4 goes north from the splice.
  const cables = [
    route(1, at(-50), at(-20)),
    route(2, at(-20), at(0)),
    route(3, at(0), at(30)),
    route(4, at(-20), at(-20, 30)),
  ]
  const network = inventory({
    held: [held(0, 'fibre'), held(1, 'fibre'), held(1, '4g')],
    sites: [site(9, 29, 'fibre'), site(10, -20.5, 'fibre')],
    stations: [station(9)],
    routes: cables,
  })

  it('what lies beyond it, seen from the seat, is cut off too, with the sites that hang there', () => {
    const answer = createIfFails(network)({ sites: [], routes: [2] })
    expect(answer.routes).toEqual([2, 3])
    expect(answer.sites).toEqual([9])
    expect(lost(answer)).toEqual([
      [1, ['fibre nothing']],
      [2, ['fibre nothing', '4g nothing', 'mobile nothing']],
    ])
    expect(createIfFails(network)({ sites: [], routes: [4] }).routes).toEqual([4])
    expect(createIfFails(network)({ sites: [], routes: [1] }).routes).toEqual([1, 2, 3, 4])
  })

  it('a ring feeds from the other side', () => {
    const ring = { ...network, routes: [...cables, route(5, at(-20, 30), at(30))] }
    expect(createIfFails(ring)({ sites: [], routes: [2] }).routes).toEqual([2])
  })

  it('an end 40 m from another route is spliced to it, one 80 m away is not', () => {
    const near = (m: number) => [cables[0]!, route(2, at(-30, m / 1000), at(-30, 20))]
    const cut = (m: number) =>
      createIfFails({ ...network, routes: near(m) })({ sites: [], routes: [1] }).routes
    expect(cut(40)).toEqual([1, 2])
    expect(cut(80)).toEqual([1])
  })

  it('a site is not taken to hang on a cable where nobody says what feeds it', () => {
    const hidden = { ...network, sites: network.sites.map((one) => ({ ...one, backhaul: null })) }
    const answer = createIfFails(hidden)({ sites: [], routes: [2] })
    expect(answer.sites).toEqual([])
    expect(answer.unknown.sites_without_route).toBe(2)
    expect(lost(answer)).toEqual([
      [1, ['fibre nothing']],
      [2, ['fibre nothing']],
    ])
  })
})

describe('whatever stands where', () => {
  const place: fc.Arbitrary<LngLat> = fc
    .tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: -6, max: 6 }))
    .map(([east, north]) => at(2 * east, 2 * north))
  const carrier = fc.constantFrom('alpha', 'beta')
  const anyInventory: fc.Arbitrary<FailInventory> = fc
    .record({
      villages: fc
        .array(fc.option(place, { freq: 8 }), { minLength: 1, maxLength: 8 })
        .map((places) =>
          places.map((position, i) => ({ id: i + 1, position, households: i, people: 5 * i })),
        ),
      held: fc.array(
        fc.record({
          village: fc.integer({ min: 0, max: 7 }),
          service: fc.constantFrom(...services),
          carrier_code: carrier,
          state: fc.integer({ min: 1, max: 3 }),
        }),
        { maxLength: 30 },
      ),
      sites: fc
        .array(
          fc.record({ position: place, backhaul: fc.constantFrom('fibre', 'fibre', 'microwave', null) }),
          { maxLength: 8 },
        )
        .map((list) => list.map((one, i) => ({ ...one, id: i + 1 }))),
      stations: fc.array(
        fc.record({
          site_id: fc.integer({ min: 1, max: 8 }),
          carrier_code: carrier,
          technology: fc.constantFrom('2g', '3g', '4g', '5g' as const),
        }),
        { maxLength: 20 },
      ),
      routes: fc
        .array(fc.record({ line: fc.tuple(place, place), carriers: fc.uniqueArray(carrier) }), {
          maxLength: 8,
        })
        .map((list) => list.map((one, i) => ({ ...one, id: i + 1 }))),
      seat: place,
    })
    .map((one) => ({ ...one, held: one.held.filter((row) => row.village < one.villages.length) }))
  const someIds = fc.uniqueArray(fc.integer({ min: 1, max: 8 }))
  const failures: fc.Arbitrary<Failures> = fc.record({ sites: someIds, routes: someIds })
  const toSet = (answer: FailureAnswer) =>
    new Map(
      answer.villages.flatMap(({ id, losses }) =>
        losses.map(({ service, left }) => [`${id} ${service}`, left === 'nothing' ? 2 : 1] as const),
      ),
    )

  it('failing nothing loses nothing', () => {
    fc.assert(
      fc.property(anyInventory, (known) => {
        expect(createIfFails(known)(nothing)).toMatchObject({ sites: [], routes: [], villages: [] })
      }),
    )
  })

  it('failing more never loses less', () => {
    fc.assert(
      fc.property(anyInventory, failures, failures, (known, some, others) => {
        const ask = createIfFails(known)
        const fewer = toSet(ask(some))
        const more = toSet(
          ask({ sites: [...some.sites, ...others.sites], routes: [...some.routes, ...others.routes] }),
        )
        for (const [key, depth] of fewer) expect(more.get(key) ?? 0, key).toBeGreaterThanOrEqual(depth)
      }),
    )
  })

  it('nothing is lost that was not there, and sums are of the villages listed', () => {
    fc.assert(
      fc.property(anyInventory, failures, (known, some) => {
        const answer = createIfFails(known)(some)
        for (const { id, losses } of answer.villages) {
          for (const { service } of losses) {
            const asked = service === 'mobile' ? ['3g', '4g', '5g'] : [service]
            const had = known.held.some(
              (one) =>
                known.villages[one.village]!.id === id && asked.includes(one.service) && one.state >= 2,
            )
            expect(had).toBe(true)
          }
        }
        for (const service of lostServices) {
          const gone = answer.villages.filter(({ losses }) =>
            losses.some((loss) => loss.service === service && loss.left === 'nothing'),
          )
          expect(answer.sums[service].villages).toBe(gone.length)
          expect(answer.sums[service].people).toBe(gone.reduce((sum, { id }) => sum + 5 * (id - 1), 0))
        }
      }),
    )
  })

  it('a village that another carrier covers from elsewhere keeps its last', () => {
    fc.assert(
      fc.property(anyInventory, failures, (known, some) => {
        const elsewhere = known.villages.map(({ position }, i) => ({
          id: 100 + i,
          position: position ?? at(0),
          backhaul: 'microwave' as const,
        }))
        const covered: FailInventory = {
          ...known,
          sites: [...known.sites, ...elsewhere],
          stations: [
            ...known.stations,
            ...elsewhere.map(({ id }) => ({ site_id: id, carrier_code: 'gamma', technology: '4g' as const })),
          ],
          held: [...known.held, ...known.villages.map((_, i) => held(i, '4g', 3, 'gamma'))],
        }
        const { sums, villages } = createIfFails(covered)(some)
        expect(sums['4g'].villages).toBe(0)
        expect(sums.mobile.villages).toBe(0)
        expect(
          villages.flatMap(({ losses }) => losses).filter(({ service }) => service === 'mobile'),
        ).toEqual([])
      }),
    )
  })
})
