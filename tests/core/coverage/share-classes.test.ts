import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findRemainingClass,
  findShareClass,
  remainingClasses,
  toShareClasses,
} from '../../../core/coverage/share-classes.ts'
import { askedServices } from '../../../core/coverage/states.ts'

const options = fc.record({
  service: fc.constantFrom(...askedServices),
  target: fc.option(fc.integer({ min: 1, max: 100 })),
  least: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
})
const percent = fc.double({ min: 0, max: 100, noNaN: true })

describe('classes of shares', () => {
  it('hold every share in exactly one class', () => {
    fc.assert(
      fc.property(options, percent, (given, share) => {
        const classes = toShareClasses(given)
        const holding = classes.filter(({ from, to }) => share >= from && (to === null || share < to))
        expect(holding).toHaveLength(1)
        expect(classes[findShareClass(classes, share) ?? -1]).toBe(holding[0])
      }),
    )
  })

  it('follow each other without a hole, full coverage standing alone', () => {
    fc.assert(
      fc.property(options, (given) => {
        const classes = toShareClasses(given)
        expect(classes[0]?.from).toBe(0)
        expect(classes.at(-1)).toMatchObject({ from: 100, to: null })
        for (const [index, { to }] of classes.slice(0, -1).entries())
          expect(classes[index + 1]?.from).toBe(to)
      }),
    )
  })

  it('turn from brown to teal exactly at the target', () => {
    fc.assert(
      fc.property(options, percent, (given, share) => {
        fc.pre(given.target !== null)
        const classes = toShareClasses(given)
        const side = classes[findShareClass(classes, share) ?? -1]?.side
        expect(side).toBe(share < (given.target ?? 0) ? 'below' : 'above')
      }),
    )
  })

  it('are those of the design for 4G, which has no target', () => {
    const classes = toShareClasses({ service: '4g', target: null, least: 87 })
    expect(classes.map(({ from }) => from)).toEqual([0, 85, 90, 94, 98, 100])
    expect(classes.map(({ side }) => side)).toEqual(['below', 'below', 'below', 'above', 'above', 'above'])
  })

  it('split the lowest only where a share needs it, and leave all other classes as they are', () => {
    const usual = toShareClasses({ service: '4g', target: null, least: 70 })
    const split = toShareClasses({ service: '4g', target: null, least: 60 })
    const twice = toShareClasses({ service: '4g', target: null, least: 40 })
    expect(split.map(({ from }) => from)).toEqual([0, 70, 85, 90, 94, 98, 100])
    expect(twice.map(({ from }) => from)).toEqual([0, 50, 70, 85, 90, 94, 98, 100])
    expect(split.slice(2)).toEqual(usual.slice(1))
    expect(twice.slice(3)).toEqual(usual.slice(1))
  })

  it('do not change with the shares above the lowest break, so that maps of a service compare', () => {
    const usual = toShareClasses({ service: 'fibre', target: 84, least: 61 })
    expect(toShareClasses({ service: 'fibre', target: 84, least: 99 })).toEqual(usual)
  })

  it('give no class to a unit without a share', () => {
    expect(findShareClass(toShareClasses({ service: '3g', target: null, least: null }), null)).toBeNull()
  })
})

describe('classes of what remains', () => {
  it.each([
    [0, 0],
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 4],
    [6, 4],
    [7, 7],
    [120, 7],
  ])('%i villages fall in the class from %i', (remaining, from) => {
    expect(remainingClasses[findRemainingClass(remaining)]?.from).toBe(from)
  })
})
