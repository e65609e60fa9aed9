/** Do the tables of the reference say what the documents say, trap for trap? */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Point, Polygon } from '../../core/geo.ts'
import { toSearchText } from '../../core/text.ts'
import type { UnitProperties } from '../../scripts/reference/admin-units.ts'
import { dataFolder, readCsv, readGeoJson, readText } from './read-data.ts'

const communes = readGeoJson<Polygon, UnitProperties>('reference/communes.geojson')
const communes2025 = readGeoJson<Polygon, UnitProperties>('reference/communes-2025.geojson')
const annex = readCsv('reference/annex2-villages.csv')
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

describe('the annexes of the plan', () => {
  it('assign 36 villages: Viettel 18, VNPT 14, MobiFone 4, in 8 districts, all for mobile service', () => {
    const count = (carrier: string) => annex.filter((row) => row['carrier_code'] === carrier).length
    expect(annex).toHaveLength(36)
    expect([count('viettel'), count('vnpt'), count('mobifone')]).toEqual([18, 14, 4])
    expect(new Set(annex.map((row) => row['district_printed'])).size).toBe(8)
    expect(new Set(annex.map((row) => row['service']))).toEqual(new Set(['mobile']))
  })

  it('name the commune of row 25 in one piece and keep the spelling as printed elsewhere', () => {
    expect(annex[24]!['commune_printed']).toBe('Xã Mường Toong')
    expect(annex[15]!['commune_printed']).toBe('Xã Ngồi Cáy')
    expect(annex[16]!['commune_printed']).toBe('Xã Ảng Tờ')
  })

  it('hold 16 indicators with 2020 as actual and 2021–2025 as targets', () => {
    const values = readCsv('reference/indicator-values.csv')
    expect(readCsv('reference/indicators.csv')).toHaveLength(16)
    expect(values).toHaveLength(96)
    for (const { year, kind } of values) expect(kind).toBe(year === '2020' ? 'actual' : 'target')
  })

  it('tie services to the two indicators that count villages', () => {
    const tied = readCsv('reference/indicators.csv').filter((row) => row['service'] !== '')
    expect(tied.map((row) => [row['code'], row['service']])).toEqual([
      ['2', 'fibre'],
      ['3', 'mobile'],
    ])
  })
})

describe('the units', () => {
  it('sum to the census: 598,856 people in 134,273 households, Nậm Pồ 54,908', () => {
    expect(sum(communes.map(({ properties }) => properties.population))).toBe(598_856)
    expect(sum(communes.map(({ properties }) => properties.households))).toBe(134_273)
    const census = readCsv('reference/census-2019.csv')
    expect(sum(census.map((row) => Number(row['population'])))).toBe(598_856)
    const districts = readGeoJson<Polygon, UnitProperties>('reference/districts.geojson')
    const namPo = districts.find(({ properties }) => properties.name === 'Nậm Pồ')
    expect(namPo?.properties.population).toBe(54_908)
  })

  it('have an area close to the official 9,539.9 km²', () => {
    const total = sum(communes.map(({ properties }) => properties.area_km2))
    expect(total).toBeGreaterThan(9539.9 * 0.998)
    expect(total).toBeLessThan(9539.9 * 1.002)
  })

  it('carry no kind word in their name and the statistics office’s spelling as an alternative', () => {
    for (const { properties } of [...communes, ...communes2025])
      expect(properties.name).not.toMatch(/^(Xã|Phường|Thị [Tt]rấn|Huyện) /)
    const variants = communes.filter(({ properties }) => properties.alt_names.length > 0)
    expect(variants.map(({ properties }) => properties.name).sort()).toEqual(
      ['Huổi Lếch', 'Luân Giói', 'Noong Hẹt', 'Pu Nhi', 'Sá Tổng', 'Sín Chải', 'Xá Nhè'].sort(),
    )
  })

  it('keep Na Tông and Nà Tòng apart although both fold to one search text', () => {
    const both = communes.filter(({ properties }) => toSearchText(properties.name) === 'na tong')
    expect(both.map(({ properties }) => properties.name).sort()).toEqual(['Na Tông', 'Nà Tòng'].sort())
    expect(new Set(both.map(({ properties }) => properties.parent_code)).size).toBe(2)
  })

  it('reuse old codes for all 45 new communes, 23 of them for another unit than the code meant before', () => {
    const before = new Map(communes.map(({ properties }) => [properties.code, properties]))
    const isAnother = ({ code, name, kind }: UnitProperties) => {
      const old = before.get(code)!
      return kind !== old.kind || ![old.name, ...old.alt_names].includes(name)
    }
    expect(communes2025.every(({ properties }) => before.has(properties.code))).toBe(true)
    expect(communes2025.filter(({ properties }) => isAnother(properties))).toHaveLength(23)
  })

  it('show eight new communes that straddle two old districts', () => {
    const straddling = communes2025.filter(({ properties }) => {
      const members = communes.filter((commune) => commune.properties.successor_code === properties.code)
      return new Set(members.map((commune) => commune.properties.parent_code)).size > 1
    })
    expect(straddling).toHaveLength(8)
  })
})

describe('every file of the reference', () => {
  const files = readdirSync(`${dataFolder}reference`)

  it('is composed Vietnamese (NFC) with line feeds and no byte order mark', () => {
    for (const file of files) {
      const text = readText(`reference/${file}`)
      expect(text === text.normalize('NFC') && !text.includes('\r') && !text.startsWith('\uFEFF'), file).toBe(
        true,
      )
    }
  })

  it('names only sources that sources.csv describes', () => {
    const known = new Set(readCsv('reference/sources.csv').map((row) => row['code']))
    const named = ['indicators', 'published-figures', 'legal-acts']
      .flatMap((file) => readCsv(`reference/${file}.csv`))
      .map((row) => row['source_code'])
    const drawn = ['base-map', 'communes', 'districts'].flatMap((file) =>
      readGeoJson(`reference/${file}.geojson`).map(({ properties }) => properties['source_code']),
    )
    expect([...named, ...drawn].filter((code) => !known.has(String(code)))).toEqual([])
  })

  it('holds the 563 named places and one of the two river sources', () => {
    expect(readGeoJson<Point>('reference/places.geojson')).toHaveLength(563)
    const rivers = readGeoJson('reference/base-map.geojson').filter(
      ({ properties }) => properties['kind'] === 'river',
    )
    expect(rivers.length).toBeGreaterThan(10)
    expect(new Set(rivers.map(({ properties }) => properties['source_code']))).toEqual(new Set(['gshhg']))
  })
})
