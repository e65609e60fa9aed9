import { describe, expect, it } from 'vitest'
import { listAdminUnitProblems } from '../../../core/inventory/admin-unit-rules.ts'
import { listCableRouteProblems, toGeodesicLengthM } from '../../../core/inventory/cable-route-rules.ts'
import { listFacilityProblems } from '../../../core/inventory/facility-rules.ts'
import { listIndicatorValueProblems } from '../../../core/inventory/indicator-value-rules.ts'
import { listSpeedResultProblems } from '../../../core/inventory/speed-result-rules.ts'
import type { RecordProblem } from '../../../core/inventory/record-problem.ts'

const tell = (problems: readonly RecordProblem[]) =>
  problems.map(({ level, code, field }) => `${level} ${code} ${field}`)

describe('a cable route', () => {
  const geometry = {
    type: 'LineString' as const,
    coordinates: [
      [103, 21],
      [103.1, 21],
    ],
  }
  const drawn_m = toGeodesicLengthM(geometry.coordinates)
  const route = {
    code: 'T-1',
    name: 'Tuyến 1',
    kind: 'duct' as const,
    length_m: drawn_m,
    built_on: null,
    cable_type: null,
    capacity: null,
    pole_count: null,
    duct_count: 4,
    ducts_used: 4,
    geometry,
  }
  const of = (change: Partial<typeof route>) => tell(listCableRouteProblems({ ...route, ...change }))

  it('is as long as its line, or at most a fifth longer or shorter', () => {
    expect(of({})).toEqual([])
    expect(of({ length_m: drawn_m * 1.19 })).toEqual([])
    expect(of({ length_m: drawn_m * 1.21 })).toEqual(['warning length_differs length_m'])
    // Kilometres taken for metres.
    expect(of({ length_m: drawn_m / 1000 })).toEqual(['warning length_differs length_m'])
  })

  it('uses no more ducts than it has', () => {
    expect(of({ ducts_used: 5 })).toEqual(['error out_of_range ducts_used'])
    expect(of({ duct_count: 2.5, ducts_used: 0 })).toEqual(['error not_an_integer duct_count'])
  })

  it('has a length and a line', () => {
    expect(of({ length_m: Number.NaN })).toContain('error out_of_range length_m')
    const nowhere = {
      ...geometry,
      coordinates: [
        [103, 21],
        [103, 21],
      ],
    }
    expect(of({ geometry: nowhere })).toEqual(['error geometry_invalid geometry'])
  })
})

describe('an i-Speed result', () => {
  const result = {
    unit_set: 'commune' as const,
    unit_code: '03127',
    period_from: '2021-01-01',
    period_to: '2021-06-30',
    network: 'mobile' as const,
    samples: 300,
    download_mbps: 38.4,
    upload_mbps: 17.9,
    latency_ms: null,
  }
  const of = (change: Partial<Record<keyof typeof result, unknown>>) =>
    tell(listSpeedResultProblems({ ...result, ...change } as typeof result))

  it('of 300 samples needs a figure, of fewer is kept and told', () => {
    expect(of({})).toEqual([])
    expect(of({ download_mbps: null, upload_mbps: null })).toEqual(['error value_missing download_mbps'])
    expect(of({ samples: 299, download_mbps: null, upload_mbps: null })).toEqual([
      'warning samples_too_few samples',
    ])
  })

  it('of kbit/s, of a period that ends before it begins and of half a sample is refused', () => {
    expect(of({ download_mbps: 38_400 })).toEqual(['error out_of_range download_mbps'])
    expect(of({ period_to: '2020-12-31' })).toEqual(['error dates_reversed period_to'])
    expect(of({ samples: 300.5 })).toEqual(['error not_an_integer samples'])
    expect(of({ period_from: '31/12/2020' })).toContain('error not_a_date period_from')
  })
})

describe('other records', () => {
  it('of facilities need code, name, a known kind and a position on earth', () => {
    const facility = { code: 'F', name: 'Trường', kind: 'school' as const, lng: 103, lat: 21 }
    expect(listFacilityProblems(facility)).toEqual([])
    const wrong = { ...facility, code: ' ', kind: 'castle' as 'other', lat: 103 }
    expect(tell(listFacilityProblems(wrong))).toEqual([
      'error value_missing code',
      'error value_not_allowed kind',
      'error out_of_range lat',
    ])
  })

  it('of indicators are shares up to 100 where the unit says so', () => {
    const value = { indicator_code: '1', year: 2021, kind: 'actual' as const, value: 101 }
    expect(tell(listIndicatorValueProblems(value, { unit: '%' }))).toEqual(['error out_of_range value'])
    expect(listIndicatorValueProblems(value, { unit: 'thuê bao' })).toEqual([])
  })

  it('of communes name what they lie in and what they became', () => {
    const unit = {
      unit_set: 'commune' as const,
      code: '3127',
      name: 'Ẳng Lo',
      kind: 'xa' as const,
      parent_code: null,
      successor_code: null,
      valid_from: '2025-07-01',
      valid_to: '2020-01-01',
      alt_names: [],
      population: null,
      households: null,
      area_km2: 0,
      label: null,
      source_code: null,
      geometry: { type: 'Polygon' as const, coordinates: [] },
    }
    expect(tell(listAdminUnitProblems(unit))).toEqual([
      'error value_missing parent_code',
      'error value_missing successor_code',
      'error dates_reversed valid_to',
      'error out_of_range area_km2',
    ])
  })
})
