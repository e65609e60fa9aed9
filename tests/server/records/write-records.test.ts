import { beforeAll, describe, expect, it } from 'vitest'
import type { Geometry, LngLat } from '../../../core/geo.ts'
import type { AdminUnitDraft } from '../../../core/inventory/admin-unit-snapshot.ts'
import type { CableRouteDraft } from '../../../core/inventory/cable-route-snapshot.ts'
import type { FacilityDraft } from '../../../core/inventory/facility-snapshot.ts'
import type { SpeedResultDraft } from '../../../core/inventory/speed-result-snapshot.ts'
import { actAs } from '../../../server/db/act-as.ts'
import type { ActingDatabase } from '../../../server/db/act-as.ts'
import type { Database } from '../../../server/db/database.ts'
import { locateMany } from '../../../server/db/locate-many.ts'
import { makeAreas } from '../../../server/db/make-areas.ts'
import {
  insertAdminUnits,
  listKeptAdminUnits,
  takeBackAdminUnits,
  updateAdminUnits,
} from '../../../server/db/write-admin-units.ts'
import {
  insertCableRoutes,
  listKeptCableRoutes,
  updateCableRoutes,
} from '../../../server/db/write-cable-routes.ts'
import {
  insertFacilities,
  listKeptFacilities,
  updateFacilities,
} from '../../../server/db/write-facilities.ts'
import {
  insertIndicatorValues,
  listKeptIndicatorValues,
  updateIndicatorValues,
} from '../../../server/db/write-indicator-values.ts'
import {
  insertSpeedResults,
  listKeptSpeedResults,
  updateSpeedResults,
} from '../../../server/db/write-speed-results.ts'
import { staff } from '../../helpers/actors.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { fillMadeUpProvince } from '../../helpers/made-up-province.ts'

const facility: FacilityDraft = {
  id: null,
  code: 'F-1',
  name: 'Trường PTDT bán trú Tả Phìn',
  kind: 'school',
  lng: 12.123456,
  lat: 40.123456,
  district_code: '701',
  commune_code: '70101',
  commune_2025_code: '70101',
  address: 'Bản “Nậm” 1',
  has_fibre: null,
  note: '=1+1',
  status: 'live',
  is_sample: false,
}

const route: CableRouteDraft = {
  id: null,
  code: 'T-1',
  name: 'Tuyến Ẳng Lo – Na Tông',
  kind: 'duct',
  owner_code: 'alpha',
  tenant_codes: ['beta', 'gamma'],
  length_m: 1234.5,
  built_on: '2019-05-01',
  cable_type: 'fibre',
  capacity: '48FO',
  pole_count: null,
  duct_count: 4,
  ducts_used: 4,
  status: 'live',
  is_sample: false,
  geometry: {
    type: 'LineString',
    coordinates: [
      [12.1, 40.1],
      [12.101234, 40.3],
    ],
  },
}

const speed: SpeedResultDraft = {
  id: null,
  unit_set: 'commune',
  unit_code: '70203',
  period_from: '2021-07-01',
  period_to: '2021-09-30',
  network: 'fixed',
  samples: 301,
  download_mbps: 55.25,
  upload_mbps: null,
  latency_ms: 12,
  source_code: 'grid',
  withdrawn_at: null,
  is_sample: false,
}

const unit: AdminUnitDraft = {
  unit_set: 'commune',
  code: '70299',
  name: 'Huổi Só',
  kind: 'xa',
  parent_code: '702',
  successor_code: '70205',
  valid_from: '2020-01-01',
  valid_to: '2025-06-30',
  alt_names: ['Huổi Xó'],
  population: 1200,
  households: null,
  area_km2: 3.25,
  label: null,
  source_code: 'grid',
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [13, 41],
        [13.1, 41],
        [13.1, 41.1],
        [13, 41],
      ],
    ],
  },
}

/** A bow tie: its lines cross. */
const crossed: Geometry = {
  type: 'Polygon',
  coordinates: [
    [
      [13, 41],
      [13.1, 41.1],
      [13.1, 41],
      [13, 41.1],
      [13, 41],
    ],
  ],
}

describeDatabases('whole records in many', ({ openDatabase }) => {
  let db: Database
  let office: ActingDatabase

  beforeAll(async () => {
    db = await openDatabase()
    await fillMadeUpProvince(db)
    // As the application comes to it: under the policies of the Sở.
    office = actAs(db, staff, 'full')
  })

  it('of facilities come back as they were written, in the order they were given', async () => {
    await office.transaction(async (client) => {
      const drafts = ['F-9', 'F-1', 'F-5'].map((code) => ({ ...facility, code }))
      const written = await insertFacilities(client, drafts)
      const kept = await listKeptFacilities(client, ['F-5', 'F-9', 'unheard-of', 'F-1'], 'to write')
      expect(drafts.map(({ code }) => kept.get(code))).toEqual(
        drafts.map((draft, n) => ({ ...draft, id: written[n]!.id, version: 1 })),
      )
      const [, second] = written
      const changed = {
        ...drafts[1]!,
        id: second!.id,
        name: 'Tên mới',
        has_fibre: false,
        status: 'retired',
      } as const
      expect(await updateFacilities(client, [changed])).toEqual([
        { noun_id: String(second!.id), id: second!.id, version: 2 },
      ])
      const again = await listKeptFacilities(client, 'all', 'to read')
      expect(again.get('F-1')).toEqual({ ...changed, version: 2 })
      expect(again.get('F-9')).toEqual(kept.get('F-9'))
      const [found] = await client.query(`select search_names from facilities where code = 'F-1'`)
      expect(found).toEqual({ search_names: 'ten moi | f 1' })
    })
  })

  it('of cable routes keep their line, their tenants and what is not known', async () => {
    await office.transaction(async (client) => {
      const [written] = await insertCableRoutes(client, [route])
      const kept = await listKeptCableRoutes(client, ['T-1'], 'to write')
      expect(kept.get('T-1')).toEqual({ ...route, id: written!.id, version: 1 })
      const changed = { ...route, id: written!.id, tenant_codes: [], ducts_used: null, owner_code: null }
      await updateCableRoutes(client, [changed])
      expect((await listKeptCableRoutes(client, ['T-1'], 'to read')).get('T-1')).toEqual({
        ...changed,
        version: 2,
      })
    })
  })

  it('of speeds count until they are withdrawn, and may then be said again', async () => {
    const key = 'commune 70203 2021-07-01 2021-09-30 fixed'
    await office.transaction(async (client) => {
      const [first] = await insertSpeedResults(client, [speed])
      const kept = await listKeptSpeedResults(client, [speed], 'to write')
      expect(kept.get(key)).toEqual({ ...speed, id: first!.id, version: 1 })
      const withdrawn_at = '2021-10-01T00:00:00+00:00'
      await updateSpeedResults(client, [{ ...speed, id: first!.id, withdrawn_at }])
      expect(await listKeptSpeedResults(client, [speed], 'to read')).toEqual(new Map())
      const [second] = await insertSpeedResults(client, [{ ...speed, samples: 400 }])
      expect((await listKeptSpeedResults(client, [speed], 'to read')).get(key)).toMatchObject({
        id: second!.id,
        samples: 400,
      })
    })
    await expect(office.transaction((client) => insertSpeedResults(client, [speed]))).rejects.toThrow(
      /unique|duplicate/,
    )
  })

  it('of indicators are told by indicator, year and kind', async () => {
    await office.transaction(async (client) => {
      const value = {
        indicator_code: '1',
        year: 2022,
        kind: 'actual',
        value: 71.5,
        source_code: 'grid',
        note: null,
        withdrawn_at: null,
      } as const
      expect(await insertIndicatorValues(client, [value])).toEqual([
        { noun_id: '1 2022 actual', id: null, version: 1 },
      ])
      await updateIndicatorValues(client, [{ ...value, value: 72, note: 'theo báo cáo' }])
      const kept = await listKeptIndicatorValues(client, [value, { ...value, kind: 'target' }], 'to write')
      expect([...kept]).toEqual([
        ['1 2022 actual', { ...value, value: 72, note: 'theo báo cáo', version: 2 }],
      ])
    })
  })

  it('of units get a label within their area, and an area that crosses itself is made sound', async () => {
    await office.transaction(async (client) => {
      await insertAdminUnits(client, [
        unit,
        { ...unit, code: '70298', geometry: crossed as typeof unit.geometry },
      ])
      const kept = await listKeptAdminUnits(
        client,
        [unit, { unit_set: 'commune', code: '70298' }],
        'to write',
      )
      const [first, second] = ['commune:70299', 'commune:70298'].map((key) => kept.get(key)!)
      expect({ ...first, label: null }).toEqual({ ...unit, version: 1 })
      expect(second!.geometry.type).toBe('MultiPolygon')
      const [sound] = await client.query(
        `select bool_and(st_isvalid(geom) and st_covers(geom, label)) as is_sound
         from admin_units where code in ('70298', '70299')`,
      )
      expect(sound).toEqual({ is_sound: true })
      await updateAdminUnits(client, [{ ...first!, name: 'Huổi Só mới', alt_names: [] }])
      const again = await listKeptAdminUnits(client, [unit], 'to read')
      expect(again.get('commune:70299')).toEqual({ ...first, name: 'Huổi Só mới', alt_names: [], version: 2 })
      // Nothing lies in them; in the other one there are villages.
      const keys = [
        unit,
        { unit_set: 'commune', code: '70298' },
        { unit_set: 'commune', code: '70101' },
      ] as const
      expect(await takeBackAdminUnits(client, keys)).toEqual(new Set(['commune:70299', 'commune:70298']))
    })
  })

  it('that one of them cannot be written leave nothing behind', async () => {
    const drafts = [
      { ...facility, code: 'G-1' },
      { ...facility, code: 'G-2', kind: 'castle' as 'other' },
    ]
    await expect(office.transaction((client) => insertFacilities(client, drafts))).rejects.toThrow()
    const gone = [{ ...facility, code: 'G-1', id: 987_654 }]
    await expect(office.transaction((client) => updateFacilities(client, gone))).rejects.toThrow(
      'G-1 was not written',
    )
    expect(await listKeptFacilities(office, ['G-1', 'G-2'], 'to read')).toEqual(new Map())
  })

  describe('positions', () => {
    it('lie in the communes that hold them, on a border in the first one, outside in none', async () => {
      const places: LngLat[] = [
        [12.1, 40.1],
        [0, 0],
        // On the border of 70101 and 70203, and of all four of that corner.
        [12.2, 40.1],
        [12.2, 40.2],
        [40.1, 12.1],
        [12.5, 40.3],
      ]
      const units = await locateMany(office, places)
      expect(units.map((found) => found?.commune_code ?? null)).toEqual([
        '70101',
        null,
        '70101',
        '70101',
        null,
        '70206',
      ])
      expect(units[5]).toEqual({ district_code: '702', commune_code: '70206', commune_2025_code: '70205' })
    })

    it('are located by thousands as one by one', async () => {
      const places = Array.from({ length: 12_000 }, (_, n): LngLat => [
        11.9 + (n % 97) * 0.01,
        39.9 + (n % 89) * 0.01,
      ])
      const units = await locateMany(office, places)
      expect(units).toHaveLength(places.length)
      for (const n of [0, 5_000, 9_999, 10_000, 11_999]) {
        expect(units[n], `${n}`).toEqual((await locateMany(office, [places[n]!]))[0])
      }
      expect(units.filter((found) => found === null).length).toBeGreaterThan(0)
    })
  })

  it('know which area is meant by a shape, and that a line is none', async () => {
    const line: Geometry = {
      type: 'LineString',
      coordinates: [
        [13, 41],
        [13.1, 41.1],
      ],
    }
    const [sound, repaired, none] = await makeAreas(office, [unit.geometry, crossed, line])
    expect(sound).toMatchObject({ geometry: unit.geometry, how: 'as_given' })
    expect(repaired).toMatchObject({ how: 'repaired' })
    // A quarter of the square twice.
    expect(repaired!.area_km2 / sound!.area_km2).toBeCloseTo(1, 1)
    expect(none).toBeNull()
  })
})
