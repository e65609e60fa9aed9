/** With which password does an account begin? One that can be read out over a telephone, and is changed at the first sign-in. */
import { randomInt } from 'node:crypto'

// 64 words of two to five letters without diacritics: 6 bits each, 11 of them 66 bits.
const words = (
  'ao bac ban bau bien bo bong but cam canh cao cau cay chim co com cong cua dao dat den doi dong ' +
  'duong ga gao gio go gom hang ho hoa hong kem khe kim la lan lua luoi mai may mua muoi nam nang ngo nha ' +
  'nui ong rau rung sao son song suoi tam than tre trau vai voi xa xanh'
).split(' ')

const length = 11

export function createInitialPassword(): string {
  return Array.from({ length }, () => words[randomInt(words.length)]).join('-')
}
