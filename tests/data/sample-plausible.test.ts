/** Is the sample plausible: people where the census counts them, masts where people are, gaps at the border? */
import { describe, expect, it } from 'vitest'
import { createLocator, toUnitRank } from '../../core/coverage/locate.ts'
import type { LineString, LngLat, Polygon } from '../../core/geo.ts'
import type { UnitProperties } from '../../scripts/reference/admin-units.ts'
import { getDistance } from '../../scripts/reference/planar.ts'
import { stateOf } from './count-states.ts'
import { readCsv, readGeoJson, type Row } from './read-data.ts'

const communes = readGeoJson<Polygon, UnitProperties>('reference/communes.geojson')
const villages = readCsv('sample/villages.csv')
const sites = readCsv('sample/sites.csv')
const stations = readCsv('sample/stations.csv')
const routes = readGeoJson<LineString, { kind: string; length_m: number; is_sample: boolean }>(
  'sample/cable-routes.geojson',
)
const locate = createLocator(
  communes.map(({ properties, geometry }) => ({ rank: toUnitRank(properties), geometry })),
)
const communeAt = (row: Row) => communes[locate(toPosition(row))]?.properties
const toPosition = (row: Row): LngLat => [Number(row['lng']), Number(row['lat'])]
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

describe('the villages of the sample', () => {
  it('sum to the census by commune, in people and in households', () => {
    for (const { properties } of communes) {
      const own = villages.filter((row) => row['commune_code'] === properties.code)
      expect(sum(own.map((row) => Number(row['population']))), properties.name).toBe(properties.population)
      expect(sum(own.map((row) => Number(row['households']))), properties.name).toBe(properties.households)
    }
  })

  it('lie in the commune they state, but for a handful without a position', () => {
    const placed = villages.filter((row) => row['lng'] !== '')
    expect(villages.length - placed.length).toBeGreaterThanOrEqual(3)
    expect(villages.length - placed.length).toBeLessThanOrEqual(6)
    for (const row of placed) expect(communeAt(row)?.code, row['name']).toBe(row['commune_code'])
  })

  it('follow the census in number', () => {
    const pairs = communes.map(({ properties }) => [
      properties.households,
      villages.filter((row) => row['commune_code'] === properties.code).length,
    ])
    const mean = (k: 0 | 1) => sum(pairs.map((pair) => pair[k]!)) / pairs.length
    const [a, b] = [mean(0), mean(1)]
    const product = sum(pairs.map(([x, y]) => (x! - a) * (y! - b)))
    const norm = Math.sqrt(sum(pairs.map(([x]) => (x! - a) ** 2)) * sum(pairs.map(([, y]) => (y! - b) ** 2)))
    expect(product / norm).toBeGreaterThan(0.85)
  })

  it('have a name that no other village of the commune has', () => {
    const keys = villages.map((row) => `${row['commune_code']} ${row['name']}`)
    expect(new Set(keys).size).toBe(villages.length)
  })

  it('are tổ dân phố in wards and towns, thôn or bản elsewhere', () => {
    const kinds = new Map(communes.map(({ properties }) => [properties.code, properties.kind]))
    for (const row of villages) {
      const isUrban = ['phuong', 'thi_tran'].includes(kinds.get(row['commune_code']!)!)
      expect(row['kind'] === 'to_dan_pho', row['name']).toBe(isUrban)
    }
  })

  it('use hundreds of recorded places, each once, and say where a position is generated', () => {
    const real = villages.filter((row) => row['position_is_sample'] === 'false')
    expect(real.length).toBeGreaterThan(400)
    expect(new Set(real.map((row) => `${row['lng']} ${row['lat']}`)).size).toBe(real.length)
    const places = new Set(
      readGeoJson('reference/places.geojson').map(({ geometry }) => JSON.stringify(geometry)),
    )
    const annex = new Set(
      readCsv('reference/annex2-villages.csv').map((row) => `${row['lng']} ${row['lat']}`),
    )
    for (const row of real) {
      const isPlace = places.has(JSON.stringify({ type: 'Point', coordinates: toPosition(row) }))
      expect(isPlace || annex.has(`${row['lng']} ${row['lat']}`), row['name']).toBe(true)
    }
    expect(villages.some((row) => /^Thị Trấn/i.test(row['name']!))).toBe(false)
  })

  it('stand for the 36 rows of Annex 2 under the name printed there', () => {
    const byCode = new Map(villages.map((row) => [row['code'], row]))
    const assignments = readCsv('sample/assignments.csv')
    expect(assignments).toHaveLength(36)
    for (const row of assignments) {
      expect(byCode.get(row['village_code'])?.['name']).toBe(row['village_printed'])
      expect([row['is_sample'], row['due_on']]).toEqual(['false', ''])
    }
  })
})

describe('the sites of the sample', () => {
  it('lie in the province; those on generator power in border communes, by villages without grid power', () => {
    const border = new Set(
      villages.filter((row) => row['border'] === 'true').map((row) => row['commune_code']),
    )
    expect(border.size).toBe(29)
    const dark = villages.filter((row) => row['grid_power'] === 'false' && row['lng'] !== '')
    for (const site of sites) {
      const commune = communeAt(site)
      expect(commune, site['code']).toBeDefined()
      if (site['power_source'] !== 'generator') continue
      expect(border.has(commune!.code), site['code']).toBe(true)
      expect(site['has_backup_generator']).toBe('false')
      const nearest = Math.min(...dark.map((row) => getDistance(toPosition(row), toPosition(site))))
      expect(nearest, site['code']).toBeLessThan(1000)
    }
  })

  it('mostly have a standby generator, and are shared at 15–18 % of positions', () => {
    const standby = sites.filter((row) => row['has_backup_generator'] === 'true').length
    expect(standby / sites.length).toBeGreaterThan(0.6)
    const shared = sites.filter((site) => {
      const carriers = stations
        .filter((row) => row['site_code'] === site['code'])
        .map((row) => row['carrier_code'])
      return new Set(carriers).size > 1
    })
    expect(shared.length / sites.length).toBeGreaterThanOrEqual(0.15)
    expect(shared.length / sites.length).toBeLessThanOrEqual(0.18)
  })

  it('carry stations of five carriers, on air 2009–2021 in the order of the technologies', () => {
    expect(new Set(stations.map((row) => row['carrier_code'])).size).toBe(5)
    expect(new Set(stations.map((row) => row['site_code'])).size).toBe(sites.length)
    const first: Record<string, string> = { '2g': '2009-01-01', '3g': '2010-10-01', '4g': '2016-10-01' }
    for (const row of stations) {
      expect(row['on_air_on']! >= first[row['technology']!]!, row['site_code']).toBe(true)
      expect(row['on_air_on']! <= '2021-06-30', row['site_code']).toBe(true)
    }
  })
})

describe('what villages have follows from the stations in reach', () => {
  const dates = ['2020-12-31', '2021-06-30']
  const cases = (['2g', '3g', '4g'] as const).flatMap((technology) =>
    dates.map((on) => [technology, on] as const),
  )

  it.each(cases)(
    '%s on %s: none far from where it is stated, none near where it is denied',
    (technology, on) => {
      const live = new Set(
        stations
          .filter((row) => row['technology'] === technology && row['on_air_on']! <= on)
          .map((row) => row['site_code']),
      )
      const masts = sites.filter((row) => live.has(row['code'])).map(toPosition)
      const denied: number[] = []
      for (const village of villages.filter((row) => row['lng'] !== '')) {
        const state = stateOf(village, technology, on)
        const metres = Math.min(...masts.map((mast) => getDistance(mast, toPosition(village))))
        if (state === 'covered') expect(metres, village['code']).toBeLessThan(5000)
        if (state === 'not_covered') denied.push(metres)
      }
      expect(denied.length).toBeGreaterThan(0)
      expect(Math.min(...denied)).toBeGreaterThan(1000)
    },
  )
})

describe('the cable routes of the sample', () => {
  const kilometres = (test: (kind: string) => boolean) =>
    sum(
      routes.filter(({ properties }) => test(properties.kind)).map(({ properties }) => properties.length_m),
    ) / 1000

  it('are 15–18 % underground by length, which is that of the line', () => {
    const share = kilometres((kind) => kind !== 'aerial') / kilometres(() => true)
    expect(share).toBeGreaterThanOrEqual(0.15)
    expect(share).toBeLessThanOrEqual(0.18)
    for (const { properties, geometry } of routes) {
      const line = geometry.coordinates as unknown as LngLat[]
      const length = sum(line.slice(1).map((to, i) => getDistance(line[i]!, to)))
      expect(Math.abs(properties.length_m - length)).toBeLessThan(2)
    }
  })

  it('reach every commune', () => {
    const reached = new Set(
      routes.flatMap(({ geometry }) =>
        geometry.coordinates.map((position) => locate(position as unknown as LngLat)),
      ),
    )
    expect(communes.filter((_, i) => !reached.has(i)).map(({ properties }) => properties.name)).toEqual([])
  })

  it('feed the sites beside them', () => {
    const cable = routes.flatMap(({ geometry }) => geometry.coordinates as unknown as LngLat[])
    const far = (row: Row) => Math.min(...cable.map((position) => getDistance(position, toPosition(row))))
    const beside = sites.filter((row) => far(row) < 1000)
    expect(beside.length).toBeGreaterThan(200)
    expect(beside.filter((row) => row['backhaul'] !== 'fibre')).toEqual([])
    expect(new Set(sites.map((row) => row['backhaul']))).toEqual(new Set(['fibre', 'microwave', 'satellite']))
  })
})

describe('everything generated says so', () => {
  it('is_sample is true in every row of sites, stations, villages, statements and routes', () => {
    for (const file of ['sites', 'stations', 'villages', 'village-services'])
      expect(
        readCsv(`sample/${file}.csv`).every((row) => row['is_sample'] === 'true'),
        file,
      ).toBe(true)
    expect(routes.every(({ properties }) => properties.is_sample)).toBe(true)
  })

  it('no site is restricted', () => {
    expect(sites.every((row) => row['visibility'] === 'public')).toBe(true)
  })
})
