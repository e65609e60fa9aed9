import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  hasLetterInside,
  parseImageId,
  siteSymbols,
  toSiteImageKey,
  type SiteMark,
} from '../../../web/layers/image-ids.ts'

const siteMark: fc.Arbitrary<SiteMark> = fc.record({
  symbol: fc.constantFrom(...siteSymbols),
  carriers: fc.array(fc.stringMatching(/^[a-z0-9-]{1,12}$/), { maxLength: 5 }),
  power: fc.constantFrom('generator', 'other'),
  sharing: fc.constantFrom('offered', 'closed'),
  status: fc.constantFrom('planned', 'live', 'retired'),
})

describe('image ids', () => {
  it('say everything of a site that its drawing needs', () => {
    fc.assert(
      fc.property(siteMark, fc.constantFrom('light', 'dark'), (mark, theme) => {
        expect(parseImageId(`site|${theme}|${toSiteImageKey(mark)}`)).toEqual({
          type: 'site',
          theme,
          ...mark,
        })
      }),
    )
  })

  it('are refused when they are none of ours', () => {
    const foreign = [
      '',
      'site',
      'site|blue|4g||other|closed|live',
      'site|light|6g||other|closed|live',
      'x|light',
      'village|dark|covered',
      'assignment|light|vnpt|later',
    ]
    for (const id of foreign) expect(parseImageId(id), id).toBeNull()
  })

  it('keep the carrier and the progress of an assignment', () => {
    expect(parseImageId('assignment|dark|vnpt|done')).toEqual({
      type: 'assignment',
      theme: 'dark',
      carrier_code: 'vnpt',
      progress: 'done',
    })
  })

  it('leave room for a letter only in the mark of a single carrier', () => {
    fc.assert(
      fc.property(siteMark, (mark) => {
        if (hasLetterInside(mark)) expect(mark.carriers).toHaveLength(1)
      }),
    )
  })
})
