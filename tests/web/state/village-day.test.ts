import { expect, it } from 'vitest'
import { toVillageDay } from '../../../web/state/village-day.ts'

const days = ['2020-01-01', '2024-07-01']

it.each([
  [null, null],
  ['2026-01-01', null],
  ['2024-07-01', null],
  ['2024-06-30', '2020-01-01'],
  ['2020-01-01', '2020-01-01'],
  ['2019-12-31', '1900-01-01'],
])('names for %s the day %s, from which on the same villages were there', (as_of, day) => {
  expect(toVillageDay(days, as_of)).toBe(day)
})

it('names none where the villages have always been the same', () => {
  expect(toVillageDay([], '2001-01-01')).toBeNull()
})
