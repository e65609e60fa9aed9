import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listDayChoices } from '../../../web/state/day-choices.ts'
import { toDirection } from '../../../web/state/direction.ts'
import { findMatchRange } from '../../../web/state/match-range.ts'
import { toNextStop, toSheetStop } from '../../../web/state/screen-slice.ts'
import { fromSelectionText, toSelectionText } from '../../../web/state/selection.ts'

describe('the days offered', () => {
  it('are the ends of the years that records span and their last day, latest first', () => {
    expect(listDayChoices(['2018-03-01', '2020-05-05', '2021-06-30'], null, '2026-11-22')).toEqual([
      '2021-06-30',
      '2020-12-31',
      '2019-12-31',
      '2018-12-31',
    ])
  })

  it('hold the day chosen and leave out today', () => {
    expect(listDayChoices(['2026-11-22'], '2024-02-29', '2026-11-22')).toEqual(['2024-02-29'])
  })
})

describe('a bearing', () => {
  it.each([
    [0, 'n'],
    [22.4, 'n'],
    [22.6, 'ne'],
    [90, 'e'],
    [181, 's'],
    [315, 'nw'],
    [359, 'n'],
    [-45, 'nw'],
  ])('of %d° points %s', (bearing, direction) => {
    expect(toDirection(bearing)).toBe(direction)
  })
})

describe('the part of a name that matches', () => {
  it.each([
    ['Ẳng Tở', 'ang to', 'Ẳng Tở'],
    ['Xã Ẳng Tở', 'ang', 'Ẳng'],
    ['Đề Bâu', 'de', 'Đề'],
    ['Mường Nhé', 'NHE', 'Nhé'],
    ['Nà Tòng', 'g', 'g'],
  ])('in %s for %s is %s', (name, typed, matched) => {
    const range = findMatchRange(name, typed)
    expect(range && name.slice(...range)).toBe(matched)
  })

  it('is none where the name does not hold the text, or nothing is typed', () => {
    expect(findMatchRange('Tủa Chùa', 'cha')).toBeNull()
    expect(findMatchRange('Tủa Chùa', '  ')).toBeNull()
  })
})

describe('the sheet', () => {
  const stops_px = { peek: 150, half: 400, full: 780 }

  it('stops at the nearest stop after a slow drag', () => {
    expect(toSheetStop({ height_px: 300, stops_px, speed_px_per_ms: 0 })).toBe('half')
    expect(toSheetStop({ height_px: 200, stops_px, speed_px_per_ms: 0 })).toBe('peek')
    expect(toSheetStop({ height_px: 700, stops_px, speed_px_per_ms: 0 })).toBe('full')
  })

  it('goes on in the direction of a flick', () => {
    expect(toSheetStop({ height_px: 420, stops_px, speed_px_per_ms: 1 })).toBe('full')
    expect(toSheetStop({ height_px: 380, stops_px, speed_px_per_ms: -1 })).toBe('peek')
  })

  it('comes round when pressed', () => {
    expect([toNextStop('peek'), toNextStop('half'), toNextStop('full')]).toEqual(['half', 'full', 'peek'])
  })
})

describe('a selection as text', () => {
  it('of anything that is no selection means nothing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = fromSelectionText(text)
        expect(read.type === 'none' || toSelectionText(read) === text).toBe(true)
      }),
    )
  })
})
