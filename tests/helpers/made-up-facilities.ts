/** Facilities and measured speeds of the made-up province: one kind with fibre, one without, one that is no more; few samples and many. */
import type { Client } from '../../server/db/database.ts'
import { toSearchNames } from '../../server/db/load-records.ts'
import { insertRows } from './insert-rows.ts'
import { madeUpCommunes, toCentre } from './made-up-units.ts'

export async function createMadeUpFacilities(client: Client): Promise<void> {
  const columns = {
    code: 'text',
    name: 'text',
    kind: 'text',
    geom: 'geojson',
    district_code: 'text',
    commune_code: 'text',
    commune_2025_code: 'text',
    has_fibre: 'boolean',
    status: 'text',
    is_sample: 'boolean',
    search_names: 'text',
  }
  const facilities = [
    { code: 'CS-1', name: 'Trường tiểu học Ẳng Lo', kind: 'school', has_fibre: true, commune: 0 },
    { code: 'CS-2', name: 'Trạm y tế Na Tông', kind: 'clinic', has_fibre: null, commune: 1 },
    {
      code: 'CS-3',
      name: 'Bưu điện cũ',
      kind: 'post_office',
      has_fibre: false,
      commune: 2,
      status: 'retired',
    },
  ]
  await insertRows(
    client,
    'facilities',
    columns,
    facilities.map(({ commune, ...facility }) => {
      const unit = madeUpCommunes[commune]!
      return {
        status: 'live',
        ...facility,
        geom: { type: 'Point', coordinates: toCentre(unit) },
        district_code: unit.district_code,
        commune_code: unit.code,
        commune_2025_code: unit.commune_2025_code,
        is_sample: false,
        ...toSearchNames(facility),
      }
    }),
  )
}

export async function createMadeUpSpeeds(client: Client): Promise<void> {
  const columns = {
    unit_set: 'text',
    unit_code: 'text',
    period_from: 'date',
    period_to: 'date',
    network: 'text',
    samples: 'integer',
    download_mbps: 'double precision',
    upload_mbps: 'double precision',
    source_code: 'text',
    withdrawn_at: 'timestamptz',
    is_sample: 'boolean',
  }
  const result = {
    unit_set: 'commune',
    unit_code: '70102',
    period_from: '2021-01-01',
    period_to: '2021-03-31',
    network: 'mobile',
    samples: 812,
    download_mbps: 38.4,
    upload_mbps: 17.9,
    source_code: 'grid',
    withdrawn_at: null,
    is_sample: false,
  }
  await insertRows(client, 'speed_results', columns, [
    result,
    { ...result, period_from: '2021-04-01', period_to: '2021-06-30', samples: 299, download_mbps: 99.9 },
    { ...result, network: 'fixed', samples: 300 },
    { ...result, network: 'fixed', download_mbps: 77.7, withdrawn_at: '2021-08-01T00:00:00Z' },
    { ...result, unit_set: 'commune-2025', unit_code: '70199' },
  ])
}
