import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromAddress, openingView, toAddress } from '../../../web/state/address.ts'
import { withMovedSite, withRadius, withTrialSite, withoutSite } from '../../../web/state/trial-sites.ts'

const today = '2026-01-15'
const read = (address: string) => fromAddress(address, today)

const site = fc.record({
  position: fc.tuple(
    fc.integer({ min: -18_000_000, max: 18_000_000 }),
    fc.integer({ min: -9_000_000, max: 9_000_000 }),
  ),
  radius_m: fc.integer({ min: 500, max: 30_000 }),
})

describe('trial sites in the address', () => {
  it('come back as they were, to a metre', () => {
    fc.assert(
      fc.property(fc.array(site, { maxLength: 8 }), (drawn) => {
        const trial = drawn.map(({ position: [x, y], radius_m }) => ({
          position: [x / 1e5, y / 1e5] as const,
          radius_m,
        }))
        const { view, ignored } = read(toAddress({ ...openingView, trial }))
        expect(ignored).toEqual([])
        expect(view.trial).toEqual(trial)
      }),
    )
  })

  it('are read by hand: latitude, longitude, kilometres', () => {
    const { view } = read('?page=what-if&trial=21.4,103.02,3;21.5,103.1,2.5&plan=7&radius=5')
    expect(view).toMatchObject({
      page: 'what-if',
      trial: [
        { position: [103.02, 21.4], radius_m: 3_000 },
        { position: [103.1, 21.5], radius_m: 2_500 },
      ],
      plan_id: 7,
      circle_radius_m: 5_000,
    })
  })

  it('are refused with the limits where the radius is nothing or 500 km, and the others stay', () => {
    const { view, ignored } = read('?trial=21.4,103.02,0;21.4,103.02,3;21.4,103.02,500')
    expect(view.trial).toHaveLength(1)
    expect(ignored).toEqual([
      { key: 'trial', value: '21.4,103.02,0', reason: 'out_of_range', instead: '0.5–30 km' },
      { key: 'trial', value: '21.4,103.02,500', reason: 'out_of_range', instead: '0.5–30 km' },
    ])
  })

  it('are named where they are no place at all', () => {
    for (const text of ['x', '21.4,103', '91,103,3', '21.4,181,3', 'NaN,NaN,NaN', '']) {
      const { view, ignored } = read(`?trial=${text}`)
      expect(view.trial).toEqual([])
      expect(ignored).toHaveLength(1)
    }
  })

  it('are no more than fifty', () => {
    const { view, ignored } = read(`?trial=${Array.from({ length: 51 }, () => '21.4,103.02,3').join(';')}`)
    expect(view.trial).toHaveLength(50)
    expect(ignored).toMatchObject([{ key: 'trial', value: '51', reason: 'out_of_range' }])
  })

  it('says of a radius or a plan that means nothing that it was not followed', () => {
    const { view, ignored } = read('?radius=500&plan=mine')
    expect(view).toMatchObject({ circle_radius_m: 3_000, plan_id: null })
    expect(ignored.map(({ key }) => key).sort()).toEqual(['plan', 'radius'])
  })
})

describe('changing trial sites', () => {
  it('adds one with the radius of the last, moves and removes it', () => {
    const one = withTrialSite([], [103.0212345, 21.4])
    expect(one).toEqual([{ position: [103.02123, 21.4], radius_m: 3_000 }])
    const two = withTrialSite(withRadius(one, 0, 2_000), [103.1, 21.5])
    expect(two[1]).toEqual({ position: [103.1, 21.5], radius_m: 2_000 })
    expect(withMovedSite(two, 0, [103, 21])[0]!.position).toEqual([103, 21])
    expect(withoutSite(two, 0)).toEqual([two[1]])
  })
})
