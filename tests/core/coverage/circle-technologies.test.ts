import { describe, expect, it } from 'vitest'
import { toCircleTechnologies } from '../../../core/coverage/circle-technologies.ts'

describe('toCircleTechnologies', () => {
  it('draws no circle for fibre, one for each technology of the air, and 3G, 4G or 5G for mobile', () => {
    expect(toCircleTechnologies('fibre')).toEqual([])
    expect(toCircleTechnologies('4g')).toEqual(['4g'])
    expect(toCircleTechnologies('mobile')).toEqual(['3g', '4g', '5g'])
  })

  it('shows of a question that unites fibre with the air what a site gives', () => {
    expect(toCircleTechnologies('fibre-or-4g')).toEqual(['4g'])
    expect(toCircleTechnologies('any')).toEqual(['2g', '3g', '4g', '5g'])
    expect(toCircleTechnologies('2g-only')).toEqual(['3g', '4g', '5g'])
  })
})
