import { describe, expect, it } from 'vitest'
import { readRefusedField } from '../../../web/state/refused-field.ts'

describe('the field that a refusal means', () => {
  it.each([
    ['name', 'name', null],
    ['changes.name', 'name', null],
    ['village.code', 'code', null],
    ['changes.alt_names.3', 'alt_names', null],
    ['changes.lat', 'position', null],
    ['into.code', 'code', null],
    ['into.1.households', 'households', 1],
    ['observed_on', 'observed_on', null],
  ])('is of %s the field %s', (given, field, part) => {
    expect(readRefusedField({ code: 'value_invalid', params: { field: given } })).toEqual({ field, part })
  })

  it('is the position where the place is refused, and none where nothing is named', () => {
    expect(readRefusedField({ code: 'position_outside', params: { lng: 1, lat: 2 } })).toEqual({
      field: 'position',
      part: null,
    })
    expect(readRefusedField({ code: 'nothing_changed', params: {} })).toBeNull()
    expect(readRefusedField({ code: 'value_invalid', params: { field: 'changes' } })).toBeNull()
  })
})
