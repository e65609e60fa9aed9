import { describe, expect, it } from 'vitest'
import { toSiteFeatures, toSiteSymbol } from '../../../web/layers/site-features.ts'
import { toCollection, toPointFeature } from './shapes.ts'

const site = {
  name: 'Trạm A',
  carriers: ['mot'],
  has_2g: true,
  has_3g: true,
  has_4g: true,
  has_5g: false,
  power_source: 'grid',
  shareable: false,
  status: 'live',
}
const letters = new Map([
  ['mot', 'M'],
  ['hai', 'H'],
])

function toProperties(changes: Readonly<Record<string, unknown>>) {
  const sites = toCollection([toPointFeature([10, 10], { ...site, ...changes }, 5)])
  return toSiteFeatures(sites, letters).features[0]?.properties ?? {}
}

describe('marks of sites', () => {
  it('show the strongest technology on air', () => {
    const technologies = { has_2g: true, has_3g: true, has_4g: false, has_5g: false }
    expect(toSiteSymbol(technologies)).toBe('3g')
    expect(toSiteSymbol({ ...technologies, has_4g: true })).toBe('4g')
    expect(toSiteSymbol({ ...technologies, has_5g: true })).toBe('5g')
    expect(toSiteSymbol({ has_2g: true, has_3g: false, has_4g: false, has_5g: false })).toBe('2g')
    expect(toSiteSymbol({ has_2g: false, has_3g: false, has_4g: false, has_5g: false })).toBe('none')
  })

  it('differ by carrier, power, sharing and status', () => {
    const images = [
      {},
      { carriers: ['hai'] },
      { carriers: ['mot', 'hai'] },
      { power_source: 'generator' },
      { shareable: true },
      { status: 'planned' },
      { has_4g: false },
    ].map((changes) => toProperties(changes)['image'])
    expect(new Set(images).size).toBe(images.length)
  })

  it('are the same for a standby generator, which does not count as generator power', () => {
    expect(toProperties({ has_backup_generator: true })['image']).toBe(toProperties({})['image'])
  })

  it('name the carriers beside the mark where they do not fit into it', () => {
    expect(toProperties({})['letters']).toBe('')
    expect(toProperties({ carriers: ['mot', 'hai'] })['letters']).toBe('M·H')
    expect(toProperties({ has_3g: false, has_4g: false })['letters']).toBe('M')
  })

  it('keep the id and the place as they are', () => {
    const sites = toCollection([toPointFeature([10.123456, 11.5], site, 5)])
    expect(toSiteFeatures(sites, letters).features[0]).toMatchObject({
      id: 5,
      geometry: { type: 'Point', coordinates: [10.123456, 11.5] },
    })
  })
})
