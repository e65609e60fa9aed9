import { describe, expect, it } from 'vitest'
import { facilityKinds } from '../../../core/inventory/facilities.ts'
import { recordsEn } from '../../../web/i18n/records-en.ts'
import { recordsVi } from '../../../web/i18n/records-vi.ts'
import { facilityKindsDrawn, facilitySymbols } from '../../../web/layers/facility-symbols.ts'

describe('the signs of facilities', () => {
  it('are one for each kind, all different, each with a word in both languages', () => {
    expect([...facilityKindsDrawn].sort()).toEqual([...facilityKinds].sort())
    expect(new Set(Object.values(facilitySymbols)).size).toBe(facilityKinds.length)
    for (const { kinds } of [recordsVi.facility, recordsEn.facility]) {
      expect(Object.keys(kinds).sort()).toEqual([...facilityKinds].sort())
    }
  })
})
