/** What is known of the province when a file is read, from the committed data: units of both sets, villages, carriers, codes. */
import type { Known, KnownCode, KnownUnit, KnownVillage } from '../../core/import/known.ts'
import { makeGrid } from '../../core/coordinates/vn2000.ts'
import type { UnitSet } from '../../core/coverage/question.ts'
import { readCsv, readGeoJson, type Row } from '../data/read-data.ts'

export const bbox = [102.144, 20.885, 103.598, 22.548] as const

type UnitProperties = Omit<KnownUnit, 'unit_set' | 'label'> & { readonly label: readonly [number, number] }

function readUnits(unit_set: UnitSet, file: string): KnownUnit[] {
  return readGeoJson(`reference/${file}.geojson`).map(({ properties }) => {
    const { code, name, alt_names, kind, parent_code, successor_code, valid_from, valid_to, label } =
      properties as unknown as UnitProperties
    return { unit_set, code, name, alt_names, kind, parent_code, successor_code, valid_from, valid_to, label }
  })
}

function toVillage(row: Row, communes: ReadonlyMap<string, KnownUnit>): KnownVillage {
  const commune = communes.get(row['commune_code'] ?? '')
  return {
    code: row['code'] ?? '',
    name: row['name'] ?? '',
    alt_names: (row['alt_names'] ?? '').split(';').filter((name) => name !== ''),
    kind: row['kind'] as KnownVillage['kind'],
    commune_code: commune?.code ?? '',
    district_code: commune?.parent_code ?? '',
    commune_2025_code: commune?.successor_code ?? '',
    valid_to: null,
  }
}

function toCodes(file: string, title: string): KnownCode[] {
  return readCsv(file).map((row) => ({
    code: row['code'] ?? '',
    name: [row['number'], row[title]].filter(Boolean).join(' '),
  }))
}

/** @param today ISO day */
export function readKnownProvince(today: string): Known {
  const communes = readUnits('commune', 'communes')
  const byCode = new Map(communes.map((unit) => [unit.code, unit]))
  return {
    units: [
      ...readUnits('province', 'province'),
      ...readUnits('district', 'districts'),
      ...communes,
      ...readUnits('commune-2025', 'communes-2025'),
    ],
    villages: readCsv('sample/villages.csv').map((row) => toVillage(row, byCode)),
    carriers: readCsv('sample/carriers.csv').map((row) => ({
      code: row['code'] ?? '',
      name: row['name'] ?? '',
      alt_names: [],
    })),
    mast_kinds: ['A1', 'A2a', 'A2b', 'A2c'].map((code) => ({ code, name: code })),
    acts: toCodes('reference/legal-acts.csv', 'title'),
    indicators: toCodes('reference/indicators.csv', 'name'),
    sources: toCodes('reference/sources.csv', 'title'),
    area: { bbox, grid: makeGrid(103) },
    today,
  }
}
