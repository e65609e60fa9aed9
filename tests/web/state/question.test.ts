import { describe, expect, it } from 'vitest'
import type { Province } from '../../../core/api/province.ts'
import {
  findTarget,
  openingQuestion,
  toShownDate,
  toUnitSet,
  withQuestion,
} from '../../../web/state/question-slice.ts'

const today = '2026-11-22'

function makeProvince(latest_observed_on: string | null) {
  return {
    data: { title: 'Sổ', is_sample: false, note: null, latest_observed_on, village_days: [] },
    unit_sets: [
      { unit_set: 'district', count: 3, valid_from: '2012-01-01', valid_to: '2030-12-31' },
      { unit_set: 'commune-2025', count: 4, valid_from: '2031-01-01', valid_to: null },
    ],
    targets: [
      {
        indicator_code: '2',
        indicator_name: 'Tỷ lệ',
        service: 'fibre',
        year: 2021,
        percent: 84,
        source_code: null,
      },
      {
        indicator_code: '3',
        indicator_name: 'Tỷ lệ',
        service: 'mobile',
        year: 2021,
        percent: 80,
        source_code: null,
      },
      {
        indicator_code: '2',
        indicator_name: 'Tỷ lệ',
        service: 'fibre',
        year: 2022,
        percent: 88,
        source_code: null,
      },
    ],
  } satisfies Pick<Province, 'data' | 'unit_sets' | 'targets'>
}

describe('the day that is shown', () => {
  it('is that of the newest statement when the question is of today', () => {
    expect(toShownDate(openingQuestion, makeProvince('2021-06-30'), today)).toBe('2021-06-30')
  })

  it('is the as-of day when that is earlier', () => {
    const question = withQuestion(openingQuestion, { as_of: '2020-12-31' })
    expect(toShownDate(question, makeProvince('2021-06-30'), today)).toBe('2020-12-31')
  })

  it('is today while nothing was ever observed', () => {
    expect(toShownDate(openingQuestion, makeProvince(null), today)).toBe(today)
  })
})

describe('the unit set by default', () => {
  it('is the districts while the data are older than the reform, whenever that was', () => {
    expect(toUnitSet(openingQuestion, makeProvince('2030-12-31'), '2032-01-01')).toBe('district')
  })

  it('is the new communes from the day of the reform', () => {
    expect(toUnitSet(openingQuestion, makeProvince('2031-01-01'), '2032-01-01')).toBe('commune-2025')
  })

  it('follows the as-of day back before the reform', () => {
    const question = withQuestion(openingQuestion, { as_of: '2030-06-30' })
    expect(toUnitSet(question, makeProvince('2031-05-01'), '2032-01-01')).toBe('district')
  })

  it('is left alone once somebody chose', () => {
    const question = withQuestion(openingQuestion, { unit_set: 'commune' })
    expect(toUnitSet(question, makeProvince('2031-05-01'), '2032-01-01')).toBe('commune')
  })

  it('is the districts where a province has had no reform', () => {
    const province = { ...makeProvince('2031-05-01'), unit_sets: [] }
    expect(toUnitSet(openingQuestion, province, '2032-01-01')).toBe('district')
  })
})

describe('the target', () => {
  const province = makeProvince('2021-06-30')

  it('is that of the service and of the year shown', () => {
    expect(findTarget(openingQuestion, province, today)?.percent).toBe(84)
    expect(findTarget(withQuestion(openingQuestion, { service: 'mobile' }), province, today)?.percent).toBe(
      80,
    )
  })

  it('does not exist for 4G alone, for another year, for another weight or for one carrier', () => {
    expect(findTarget(withQuestion(openingQuestion, { carrier: 'viettel' }), province, today)).toBeNull()
    expect(findTarget(withQuestion(openingQuestion, { service: '4g' }), province, today)).toBeNull()
    expect(findTarget(withQuestion(openingQuestion, { as_of: '2020-12-31' }), province, today)).toBeNull()
    expect(findTarget(withQuestion(openingQuestion, { weight: 'households' }), province, today)).toBeNull()
  })
})

describe('a change of the question', () => {
  it('leaves alone what it does not name and what does not exist', () => {
    expect(withQuestion(openingQuestion, { basis: 'measured', service: '9g', weight: 'cows' })).toEqual({
      ...openingQuestion,
      basis: 'measured',
    })
  })

  it('goes back to all carriers, to today and to the default set with null', () => {
    const asked = withQuestion(openingQuestion, {
      carrier: 'viettel',
      as_of: '2020-12-31',
      unit_set: 'commune',
    })
    expect(asked).not.toEqual(openingQuestion)
    expect(withQuestion(asked, { carrier: null, as_of: null, unit_set: null })).toEqual(openingQuestion)
  })
})
