import { describe, expect, it } from 'vitest'
import type { SearchResult } from '../../../core/api/search.ts'
import { openFound } from '../../../web/state/open-found.ts'
import { openingState } from '../../../web/state/store.ts'

const found: SearchResult = {
  noun: 'site',
  unit_set: null,
  id: '7',
  code: 'A-7',
  name: 'Ẳng Lo',
  kind: null,
  within: null,
  valid_from: null,
  valid_to: null,
  successor: null,
  predecessors: [],
  act_number: null,
  row_no: null,
  lng: 103.1,
  lat: 21.5,
  bbox: null,
}

describe('opening what was found', () => {
  it.each([
    ['site', 'sites', { type: 'site', id: 7 }],
    ['facility', 'facilities', { type: 'facility', id: 7 }],
    ['cable-route', 'cable-routes', { type: 'cable-route', id: 7 }],
    ['village', 'villages', { type: 'village', id: 7 }],
    ['assignment', 'assignments', { type: 'village', id: 7 }],
  ] as const)('goes to a %s and shows its layer with it', (noun, layer, selection) => {
    const hidden = { ...openingState, visible: [] }
    const opened = openFound(hidden, { ...found, noun })
    expect(opened.selection).toMatchObject(selection)
    expect(opened.visible).toContain(layer)
    expect(opened.camera_request).toMatchObject({ center: [103.1, 21.5] })
  })

  it('leaves a layer that is shown as it is', () => {
    const shown = { ...openingState, visible: ['facilities' as const] }
    expect(openFound(shown, { ...found, noun: 'facility' }).visible).toBeUndefined()
  })
})
