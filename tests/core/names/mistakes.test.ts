import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countMistakes } from '../../../core/names/mistakes.ts'
import { toSoundText } from '../../../core/names/sound.ts'
import { toSearchText } from '../../../core/text.ts'

const count = (text: string, name: string) => countMistakes(toSearchText(text), toSearchText(name))

describe('a name typed with a slip', () => {
  it.each([
    ['mungo nhe', 'Mường Nhé', 'swapped'],
    ['muog nhe', 'Mường Nhé', 'missing'],
    ['muoong nhe', 'Mường Nhé', 'doubled'],
    ['miong nhe', 'Mường Nhé', 'wrong'],
    ['muongnhe', 'Mường Nhé', 'run together'],
    ['tuan gaio', 'Tuần Giáo', 'swapped'],
    ['thanh xuogn', 'Thanh Xương', 'swapped at the end'],
    ['mung tha', 'Mường Thanh', 'half typed'],
    ['gno to', 'Ẳng Tở', 'nothing of the kind'],
  ])('%s for %s: %s', (text, name, slip) => {
    if (slip === 'nothing of the kind') expect(count(text, name)).toBeNull()
    else expect(count(text, name)).toBeLessThanOrEqual(2)
  })

  it.each([
    ['Xín Chải', 'Sín Chải'],
    ['Trung Thu', 'Chung Thu'],
    ['Luân Giói', 'Nuân Giới'],
    ['Lay Nưa', 'Nay Lưa'],
    ['Wài Cang', 'Quài Cang'],
    ['Dang Ri', 'Giàng Di'],
    ['Mường Mín', 'Mường Mýn'],
    ['Noọng Hẹt', 'Nọng Hẹt'],
  ])('%s is written for %s by ear', (text, name) => {
    expect(count(text, name)).toBeLessThanOrEqual(1)
    expect(toSoundText(toSearchText(text))).toBe(toSoundText(toSearchText(name)))
  })

  it('keeps apart what sounds different', () => {
    for (const [a, b] of [
      ['kha', 'cha'],
      ['ta', 'tha'],
      ['na tong', 'na long'],
    ] as const) {
      expect(toSoundText(a)).not.toBe(toSoundText(b))
    }
  })

  it('does not guess at short, long or numbered texts', () => {
    expect(count('tob', 'Tô')).toBeNull()
    expect(count('muong'.repeat(30), 'Mường Nhé')).toBeNull()
    expect(count('muong toogn 6', 'Mường Toong 7')).toBeNull()
    expect(count('muong toogn 6', 'Mường Toong 6')).not.toBeNull()
    expect(count('qwerty', 'Mường Nhé')).toBeNull()
  })

  it('counts nothing for a name as it is, and never throws', () => {
    const name = fc.stringMatching(/^[a-z]{2,8}( [a-z]{2,8}){0,3}$/)
    fc.assert(
      fc.property(name, fc.string({ maxLength: 80 }), (known, text) => {
        const own = countMistakes(known, known)
        if (known.replaceAll(' ', '').length >= 4 && known.length <= 60) expect(own).toBe(0)
        countMistakes(toSearchText(text), known)
      }),
    )
  })

  it('forgives two neighbours swapped anywhere in a long name', () => {
    const known = 'muong thanh lo'
    fc.assert(
      fc.property(fc.nat(known.length - 2), (at) => {
        const slip = known.slice(0, at) + known[at + 1] + known[at] + known.slice(at + 2)
        expect(countMistakes(slip.replace(/\s+/g, ' ').trim(), known)).not.toBeNull()
      }),
    )
  })
})
