import { describe, expect, it } from 'vitest'
import type { UnitShare } from '../../../core/coverage/share.ts'
import type { AdminUnit } from '../../../core/inventory/admin-units.ts'
import type { FeatureCollection } from '../../../core/geo.ts'
import type { Answered } from '../../../web/state/answer-slice.ts'
import { openingState } from '../../../web/state/store.ts'
import { toUnitTable } from '../../../web/state/unit-rows.ts'
import { plainQuestion } from '../../../core/coverage/question.ts'

type Answer = NonNullable<Answered['answer']>

function makeShare(covered: number, others: Partial<UnitShare> = {}): UnitShare {
  const { partial = 0, not_covered = 0, unknown = 0 } = others
  const total = covered + partial + not_covered + unknown
  return {
    covered,
    partial,
    not_covered,
    unknown,
    total,
    percent: total === 0 ? null : (covered / total) * 100,
  }
}

function makeUnits(count: number): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: Array.from({ length: count }, (_, index) => ({
      type: 'Feature',
      id: `0${index}`,
      geometry: { type: 'Point', coordinates: [0, 0] },
      properties: {
        code: `0${index}`,
        name: `Đơn vị ${index}`,
        kind: 'huyen',
        parent_code: '1',
      } as AdminUnit,
    })),
  }
}

function ask(shares: readonly UnitShare[], view: Partial<Answer['view']> = {}) {
  const unit_set = view.unit_set ?? 'district'
  const answer: Answer = {
    states: new Uint8Array(),
    in_question: null,
    unit_of: new Int32Array(),
    shares,
    village_shares: shares,
    province: makeShare(1),
    province_villages: makeShare(1),
    view: {
      question: { ...plainQuestion, service: '4g', as_of: '2021-06-30' },
      unit_set,
      weight: 'villages',
      ...view,
    },
  }
  const layer = unit_set === 'district' ? 'districts' : 'communes'
  const sources = { ...openingState.sources, [layer]: makeUnits(shares.length) }
  return toUnitTable({ ...openingState, sources }, answer)
}

describe('the table of units', () => {
  it('is not there before an answer', () => {
    expect(toUnitTable(openingState, null)).toBeNull()
  })

  it('counts as remaining what is known not to be covered in full, and unknown apart', () => {
    const table = ask([makeShare(90, { not_covered: 4, partial: 3, unknown: 3 })])
    expect(table?.rows[0]).toMatchObject({ remaining: 7, unknown: 3, percent: 90, is_mostly_unknown: false })
  })

  it('gives no class to a unit of which half or more is unknown, or that has no village', () => {
    const table = ask([makeShare(1, { unknown: 1 }), makeShare(0), makeShare(3, { unknown: 2 })])
    expect(table?.rows.map(({ class_index }) => class_index === null)).toEqual([true, true, false])
    expect(table?.rows.map(({ is_mostly_unknown }) => is_mostly_unknown)).toEqual([true, false, false])
  })

  it('colours small communes by what remains, large ones and districts by share', () => {
    const small = makeShare(4, { not_covered: 1 })
    const large = makeShare(40, { not_covered: 1 })
    expect(ask([small, small, large], { unit_set: 'commune' })?.mode).toBe('remaining')
    expect(ask([large, large, small], { unit_set: 'commune' })?.mode).toBe('share')
    expect(ask([small, small, small])?.mode).toBe('share')
  })

  it('does not count households as villages that remain', () => {
    expect(ask([makeShare(4)], { unit_set: 'commune', weight: 'households' })?.mode).toBe('share')
  })
})
