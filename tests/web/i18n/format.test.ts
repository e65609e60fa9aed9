import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getFormats } from '../../../web/i18n/format.ts'

const vi = getFormats('vi')
const en = getFormats('en')

describe('numbers in Vietnamese', () => {
  it('are written as the office writes them', () => {
    expect(vi.integer(1445)).toBe('1.445')
    expect(vi.percent(94.394)).toBe('94,4\u00a0%')
    expect(vi.percent(100)).toBe('100,0\u00a0%')
    expect(vi.shortPercent(84)).toBe('84\u00a0%')
    expect(vi.date('2021-06-30')).toBe('30/06/2021')
    expect(vi.month('2025-07-01')).toBe('7/2025')
    expect(vi.distance(6789)).toBe('6,8\u00a0km')
    expect(vi.distance(640)).toBe('640\u00a0m')
  })
})

describe('numbers in English', () => {
  it('are written with a point and a comma', () => {
    expect(en.integer(1445)).toBe('1,445')
    expect(en.percent(94.394)).toBe('94.4%')
  })
})

describe('a share', () => {
  it('short of the whole never reads as the whole, one above nothing never as nothing', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true, minExcluded: true, maxExcluded: true }),
        (share) => {
          expect(['0.0%', '100.0%']).not.toContain(en.percent(share))
        },
      ),
    )
  })
})
