import { describe, expect, it } from 'vitest'
import { createSurroundings, type GapInventory, type GapSite } from '../../../core/gaps/surroundings.ts'

const site = (id: number, lng: number, more: Partial<GapSite> = {}): GapSite => ({
  id,
  position: [lng, 21],
  carriers: ['viettel'],
  shareable: false,
  ...more,
})
const nothing: GapInventory = { sites: [], routes: [], fibre_villages: [] }
const around = (inventory: Partial<GapInventory>) =>
  createSurroundings({ ...nothing, ...inventory })([103, 21])

describe('what stands around a village', () => {
  it('has the nearest site of each carrier, nearest first, with its bearing', () => {
    const { sites } = around({
      sites: [
        site(1, 103.2),
        site(2, 103.1, { carriers: ['viettel', 'vnpt'] }),
        site(3, 102.99, { carriers: ['mobifone'] }),
      ],
    })
    expect(sites).toEqual([
      expect.objectContaining({ id: 3, carrier_code: 'mobifone' }),
      expect.objectContaining({ id: 2, carrier_code: 'viettel' }),
      expect.objectContaining({ id: 2, carrier_code: 'vnpt' }),
    ])
    expect(Array.isArray(sites) && sites.map(({ bearing_deg }) => Math.round(bearing_deg ?? -1))).toEqual([
      270, 90, 90,
    ])
  })

  it('has no site where none is on air', () => {
    expect(around({ sites: [site(1, 103.1, { carriers: [] })] }).sites).toBe('none')
  })

  it('has the nearest mast that is offered, whoever is on air there', () => {
    const { shareable } = around({
      sites: [site(1, 103.01), site(2, 103.02, { shareable: null }), site(3, 103.3, { shareable: true })],
    })
    expect(shareable).toMatchObject({ id: 3 })
  })

  it.each([
    ['no site is shown', { sites: null }],
    ['of no site it is told', { sites: [site(1, 103.1, { shareable: null })] }],
  ])('keeps back which masts are offered where %s', (_name, inventory) => {
    expect(around(inventory).shareable).toBe('hidden')
  })

  it('says none where masts are known and none is offered', () => {
    expect(around({ sites: [site(1, 103.1)] }).shareable).toBe('none')
    expect(around({ sites: [] }).shareable).toBe('none')
  })

  it('has the fibre that is nearest: a route beside it or a village that has it', () => {
    const routes = [{ id: 7, line: [[103.02, 20], [103.02, 22]] }] as const // prettier-ignore
    const far = { id: 5, position: [103.1, 21] } as const
    const here = { id: 6, position: [103, 21] } as const
    expect(around({ routes, fibre_villages: [far] }).fibre).toMatchObject({ id: 7, kind: 'route' })
    expect(around({ routes, fibre_villages: [far, here] }).fibre).toEqual({
      id: 6,
      kind: 'village',
      distance_m: 0,
      bearing_deg: null,
    })
    expect(around({}).fibre).toBe('none')
    expect(around({ routes: null }).fibre).toBe('hidden')
    expect(around({ routes: null, fibre_villages: [far] }).fibre).toMatchObject({ id: 5, kind: 'village' })
  })
})
