import { describe, expect, it } from 'vitest'
import type { Province } from '../../../core/api/province.ts'
import { isSameSelection, nothingSelected } from '../../../web/state/selection.ts'
import { openingState, type AppState } from '../../../web/state/store.ts'
import { askQuestion, lookAt, pick, select, settle, toggleLayer } from '../../../web/state/transitions.ts'

const district = { type: 'unit', unit_set: 'district', code: '103' } as const
const newCommune = { type: 'unit', unit_set: 'commune-2025', code: '03127' } as const

function after(state: AppState, change: Partial<AppState>): AppState {
  return { ...state, ...change }
}

describe('asking', () => {
  it('keeps the selected unit while its set is shown', () => {
    const state = after(openingState, select(openingState, district))
    expect(after(state, askQuestion(state, { service: '4g' })).selection).toEqual(district)
  })

  it('lets go of a unit of a set that is no longer shown', () => {
    const state = after(openingState, select(openingState, district))
    expect(after(state, askQuestion(state, { unit_set: 'commune' })).selection).toEqual(nothingSelected)
  })

  it('keeps a village whatever units are compared', () => {
    const state = after(openingState, select(openingState, { type: 'village', id: 7 }))
    expect(after(state, askQuestion(state, { unit_set: 'commune' })).selection).toEqual({
      type: 'village',
      id: 7,
    })
  })
})

describe('selecting', () => {
  it('brings along the set of a unit that is not shown', () => {
    expect(select(openingState, newCommune).question?.unit_set).toBe('commune-2025')
    expect(select(openingState, district).question).toBeUndefined()
  })

  it('raises a sheet that is folded', () => {
    expect(select(after(openingState, { sheet: 'peek' }), district).sheet).toBe('half')
    expect(select(after(openingState, { sheet: 'full' }), district).sheet).toBeUndefined()
  })
})

describe('a click on the map', () => {
  const village = { type: 'village', id: 1, name: 'Huổi Lóng' } as const
  const site = { type: 'site', id: 2, name: 'Trạm 2' } as const
  const unit = { ...district, name: 'Nậm Pồ' }

  it('selects what lies on top', () => {
    const state = after(openingState, pick(openingState, [village, unit]))
    expect(isSameSelection(state.selection, village)).toBe(true)
    expect(state.candidates).toEqual([])
  })

  it('offers several records to choose from, and not the unit under them', () => {
    const state = after(openingState, pick(openingState, [village, site, unit]))
    expect(state.selection).toEqual(nothingSelected)
    expect(state.candidates).toEqual([village, site])
  })

  it('beside everything clears', () => {
    const state = after(openingState, select(openingState, district))
    expect(after(state, pick(state, [])).selection).toEqual(nothingSelected)
  })
})

describe('layers', () => {
  it('are switched one by one and stand in one order', () => {
    const once = after(openingState, toggleLayer(openingState, 'assignments'))
    const twice = after(once, toggleLayer(once, 'sites'))
    expect(twice.visible).toEqual(['villages', 'sites', 'assignments'])
    expect(after(twice, toggleLayer(twice, 'villages')).visible).toEqual(['sites', 'assignments'])
  })
})

describe('looking somewhere', () => {
  it('asks anew for the same place', () => {
    const once = after(openingState, lookAt(openingState, [103, 21]))
    const twice = after(once, lookAt(once, [103, 21]))
    expect(once.camera_request?.key).not.toBe(twice.camera_request?.key)
  })
})

describe('once the province is known', () => {
  const province = { bbox: [102, 20, 104, 23], carriers: [{ code: 'viettel' }] } as unknown as Province

  it('a carrier that does not exist is no carrier', () => {
    const asked = (carrier: string) => ({
      ...openingState,
      province,
      question: { ...openingState.question, carrier },
    })
    expect(settle(asked('nobody')).question?.carrier).toBeNull()
    expect(settle(asked('viettel')).question?.carrier).toBe('viettel')
  })

  it('the map frames it, unless the address says where to look', () => {
    expect(settle({ ...openingState, province }).camera_request).toMatchObject({ bounds: [102, 20, 104, 23] })
    const camera = { center: [103, 21] as const, zoom: 11 }
    expect(settle({ ...openingState, province, camera }).camera_request).toMatchObject(camera)
  })
})
