import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageStates, toCountedState, toServices, uniteStates } from '../../../core/coverage/states.ts'

const state = fc.constantFrom(...coverageStates)

describe('uniteStates', () => {
  it('is covered when any is: one carrier’s “no” never erases another’s “yes”', () => {
    expect(uniteStates(['not_covered', 'covered', 'unknown'])).toBe('covered')
  })

  it('knows nothing when nobody says anything', () => {
    expect(uniteStates([])).toBe('unknown')
    expect(uniteStates(['unknown', 'unknown'])).toBe('unknown')
  })

  it('keeps a known “no” beside an unknown', () => {
    expect(uniteStates(['unknown', 'not_covered'])).toBe('not_covered')
  })

  it('puts partial between “no” and “yes”', () => {
    expect(uniteStates(['not_covered', 'partial'])).toBe('partial')
    expect(uniteStates(['partial', 'covered'])).toBe('covered')
  })

  it('does not depend on order, repetition or grouping', () => {
    fc.assert(
      fc.property(fc.array(state), fc.array(state), (a, b) => {
        const united = uniteStates([...a, ...b])
        expect(uniteStates([...b, ...a])).toBe(united)
        expect(uniteStates([...a, ...b, ...a])).toBe(united)
        expect(uniteStates([uniteStates(a), uniteStates(b)])).toBe(united)
      }),
    )
  })
})

describe('toServices', () => {
  it('takes mobile for 3G, 4G and 5G: neither 2G nor fibre', () => {
    expect(toServices('mobile')).toEqual(['3g', '4g', '5g'])
  })

  it('takes every other service for itself', () => {
    expect(toServices('2g')).toEqual(['2g'])
    expect(toServices('fibre')).toEqual(['fibre'])
  })
})

describe('toCountedState', () => {
  it('counts partial as covered from the threshold on', () => {
    expect(toCountedState('partial', 0.7, 0.7)).toBe('covered')
    expect(toCountedState('partial', 0.69, 0.7)).toBe('partial')
  })

  it('never counts partial without a threshold or without a share', () => {
    expect(toCountedState('partial', 1, null)).toBe('partial')
    expect(toCountedState('partial', null, 0)).toBe('partial')
  })

  it('leaves “yes” and “no” as they are', () => {
    expect(toCountedState('covered', null, 0.5)).toBe('covered')
    expect(toCountedState('not_covered', null, 0)).toBe('not_covered')
  })
})
