import { describe, expect, it } from 'vitest'
import { findUnitCode, listCandidates } from '../../../web/map/click-router.ts'

type ClickMap = Parameters<typeof listCandidates>[0]
type Met = { readonly layer: string; readonly id?: number; readonly properties?: Record<string, unknown> }

/** A map on which these features are drawn at (100, 100), topmost first, as MapLibre lists them. */
function createMap(met: readonly Met[], zoom = 12): ClickMap {
  const isNear = (where: unknown) => {
    const [from, to] = (Array.isArray(where) && Array.isArray(where[0]) ? where : [where, where]) as [
      number[],
      number[],
    ]
    return [0, 1].every((axis) => (from[axis] ?? 0) <= 100 && (to[axis] ?? 0) >= 100)
  }
  const map = {
    getLayer: () => ({}),
    getZoom: () => zoom,
    queryRenderedFeatures: (where: unknown, { layers }: { layers: string[] }) =>
      isNear(where)
        ? met
            .filter(({ layer }) => layers.includes(layer))
            .map(({ layer, id, properties = {} }) => ({ layer: { id: layer }, id, properties }))
        : [],
  }
  return map as unknown as ClickMap
}

const unit = { layer: 'districts-fill', properties: { code: '701', name: 'Một' } }
const site = { layer: 'site-marks', id: 5, properties: { name: 'Trạm A' } }
const gap = { layer: 'villages-gaps', id: 9, properties: { name: 'Bản B' } }
const dot = { layer: 'village-dots', id: 4, properties: { name: 'Bản C' } }
const here = { x: 100, y: 100 }

describe('a click', () => {
  it('puts a gap before a site, a site before a covered village, whatever is drawn on top', () => {
    const candidates = listCandidates(createMap([unit, dot, site, gap]), here, 'mouse')
    expect(candidates).toEqual([
      { type: 'village', id: 9, name: 'Bản B' },
      { type: 'site', id: 5, name: 'Trạm A' },
      { type: 'village', id: 4, name: 'Bản C' },
    ])
  })

  it('means the unit only where no mark is met', () => {
    expect(listCandidates(createMap([unit]), here, 'mouse')).toEqual([
      { type: 'unit', unit_set: 'district', code: '701', name: 'Một' },
    ])
  })

  it('finds one thing once, however many layers draw it', () => {
    const tag = { layer: 'assignment-tags', id: 1, properties: { village_id: 9, village_name: 'Bản B' } }
    const generator = { layer: 'generator-sites', id: 5, properties: { name: 'Trạm A' } }
    const candidates = listCandidates(createMap([tag, gap, site, generator, gap]), here, 'mouse')
    expect(candidates.map(({ type, name }) => `${type} ${name}`)).toEqual(['village Bản B', 'site Trạm A'])
  })

  it('leaves out an assignment whose village is not known', () => {
    const tag = { layer: 'assignment-tags', id: 1, properties: { village_printed: 'Bản X' } }
    expect(listCandidates(createMap([tag]), here, 'mouse')).toEqual([])
  })

  it('among the specks that covered villages are far away means the unit', () => {
    const types = (zoom: number) =>
      listCandidates(createMap([unit, dot], zoom), here, 'mouse').map(({ type }) => type)
    expect(types(8)).toEqual(['unit'])
    expect(types(12)).toEqual(['village'])
  })

  it('reaches farther with a finger than with a mouse', () => {
    const beside = { x: 110, y: 92 }
    expect(listCandidates(createMap([gap]), beside, 'mouse')).toEqual([])
    expect(listCandidates(createMap([gap]), beside, 'touch')).toHaveLength(1)
  })

  it('on nothing finds nothing', () => {
    expect(listCandidates(createMap([]), here, 'touch')).toEqual([])
  })
})

describe('the pointer', () => {
  it('is over a unit also where a mark lies on it', () => {
    expect(findUnitCode(createMap([gap, unit]), [100, 100])).toBe('701')
    expect(findUnitCode(createMap([gap, unit]), [10, 10])).toBeNull()
  })
})
