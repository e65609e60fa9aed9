/** Units of a province that does not exist: a grid of six communes, two districts, three communes of 2025. */
import { toSearchText } from '../../core/text.ts'
import type { Client } from '../../server/db/database.ts'
import { insertRows } from './insert-rows.ts'

interface Cell {
  readonly column: number
  readonly row: number
}

interface MadeUpUnit {
  readonly unit_set: 'province' | 'district' | 'commune' | 'commune-2025'
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly parent_code: string | null
  readonly successor_code: string | null
  readonly alt_names: readonly string[]
  readonly cells: readonly Cell[]
}

export const west = 12
export const south = 40
export const cell_deg = 0.2

export interface MadeUpCommune extends Cell {
  readonly code: string
  readonly district_code: string
  readonly commune_2025_code: string
}

/** Codes 70101 and 70205 name other units since 7/2025; 70199 is new, the rest of the old ones is gone. */
export const madeUpCommunes: readonly MadeUpCommune[] = [
  { code: '70101', district_code: '701', commune_2025_code: '70101', column: 0, row: 0 },
  { code: '70102', district_code: '701', commune_2025_code: '70101', column: 0, row: 1 },
  { code: '70203', district_code: '702', commune_2025_code: '70101', column: 1, row: 0 },
  { code: '70204', district_code: '702', commune_2025_code: '70199', column: 1, row: 1 },
  { code: '70205', district_code: '702', commune_2025_code: '70205', column: 2, row: 0 },
  { code: '70206', district_code: '702', commune_2025_code: '70205', column: 2, row: 1 },
]

const communeNames: Readonly<Record<string, readonly [name: string, ...variants: string[]]>> = {
  70101: ['Ẳng Lo', 'Ảng Lò'],
  70102: ['Na Tông'],
  70203: ['Nà Tòng'],
  70204: ['Bãi Đá'],
  70205: ['Suối Vàng'],
  70206: ['Đèo Gió'],
}

const newNames: Readonly<Record<string, string>> = { 70101: 'Ẳng Lo', 70199: 'Bãi Đá', 70205: 'Suối Vàng' }

const units: readonly MadeUpUnit[] = [
  {
    unit_set: 'province',
    code: '77',
    name: 'Sơn Lam',
    kind: 'tinh',
    parent_code: null,
    successor_code: null,
    alt_names: [],
    cells: madeUpCommunes,
  },
  ...['701', '702'].map((code, index): MadeUpUnit => ({
    unit_set: 'district',
    code,
    name: ['Đông Hà', 'Ẳng Lo'][index]!,
    kind: ['thi_xa', 'huyen'][index]!,
    parent_code: '77',
    successor_code: null,
    alt_names: [],
    cells: madeUpCommunes.filter((commune) => commune.district_code === code),
  })),
  ...madeUpCommunes.map((commune): MadeUpUnit => {
    const [name, ...alt_names] = communeNames[commune.code]!
    return {
      unit_set: 'commune',
      code: commune.code,
      name,
      kind: 'xa',
      parent_code: commune.district_code,
      successor_code: commune.commune_2025_code,
      alt_names,
      cells: [commune],
    }
  }),
  ...Object.entries(newNames).map(([code, name]): MadeUpUnit => ({
    unit_set: 'commune-2025',
    code,
    name,
    kind: code === '70199' ? 'phuong' : 'xa',
    parent_code: '77',
    successor_code: null,
    alt_names: [],
    cells: madeUpCommunes.filter((commune) => commune.commune_2025_code === code),
  })),
]

export async function createMadeUpUnits(client: Client): Promise<void> {
  const columns = {
    unit_set: 'text',
    code: 'text',
    name: 'text',
    kind: 'text',
    parent_code: 'text',
    successor_code: 'text',
    valid_from: 'date',
    valid_to: 'date',
    alt_names: 'text[]',
    search_names: 'text',
    label: 'geojson',
    geom: 'geojson',
    area_km2: 'double precision',
    source_code: 'text',
  }
  await insertRows(client, 'admin_units', columns, units.map(toRow))
}

function toRow(unit: MadeUpUnit) {
  const isOld = unit.unit_set === 'district' || unit.unit_set === 'commune'
  const [first] = unit.cells
  return {
    ...unit,
    valid_from: unit.unit_set === 'commune-2025' ? '2025-07-01' : '2020-01-01',
    valid_to: isOld ? '2025-06-30' : null,
    search_names: [unit.name, ...unit.alt_names, unit.code].map(toSearchText).join(' | '),
    label: { type: 'Point', coordinates: toCentre(first!) },
    geom: { type: 'MultiPolygon', coordinates: toRectangles(unit.cells) },
    area_km2: unit.cells.length * 370,
    source_code: 'grid',
  }
}

export function toCentre({ column, row }: Cell): [number, number] {
  return [toDegrees(west, column + 0.5), toDegrees(south, row + 0.5)]
}

/** Cells of one column are one rectangle, so that no two parts of a unit share an edge within it. */
function toRectangles(cells: readonly Cell[]): number[][][][] {
  const columns = [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b)
  const spans = columns.map((column) => {
    const rows = cells.filter((cell) => cell.column === column).map(({ row }) => row)
    return { from: column, to: column + 1, low: Math.min(...rows), high: Math.max(...rows) + 1 }
  })
  return [[toOutline(spans)]]
}

interface Span {
  readonly from: number
  readonly to: number
  readonly low: number
  readonly high: number
}

/** Along the bottom eastward, along the top back. */
function toOutline(spans: readonly Span[]): number[][] {
  const bottom = spans.flatMap(({ from, to, low }) => [toCorner(from, low), toCorner(to, low)])
  const top = [...spans].reverse().flatMap(({ from, to, high }) => [toCorner(to, high), toCorner(from, high)])
  const ring = [...bottom, ...top, bottom[0]!]
  return ring.filter((corner, index) => index === 0 || String(corner) !== String(ring[index - 1]))
}

function toCorner(column: number, row: number): number[] {
  return [toDegrees(west, column), toDegrees(south, row)]
}

function toDegrees(origin: number, cells: number): number {
  return Math.round((origin + cells * cell_deg) * 1e5) / 1e5
}
