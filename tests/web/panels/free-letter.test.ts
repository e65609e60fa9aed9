import { expect, it } from 'vitest'
import { toFreeLetter } from '../../../web/panels/start-real/to-free-letter.ts'

it.each([
  ['Viettel Điện Biên', [], 'V'],
  ['VNPT', ['V'], 'N'],
  ['  “đông á”', ['V'], 'Đ'],
  ['VV', ['V'], 'V'],
  ['', ['V'], ''],
])('the letter of %j beside %j is %j', (name, taken, letter) => {
  expect(toFreeLetter(name, taken)).toBe(letter)
})
