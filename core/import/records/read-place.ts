/** Where does a row lie: by its shape, or by the columns of its coordinates? */
import type { Geometry, Position } from 'geojson'
import { toError } from '../cell-problems.ts'
import type { DataRow } from '../header/list-data-rows.ts'
import type { TitledAxis } from '../read-position.ts'
import type { LngLat } from '../../geo.ts'
import type { ReadPosition } from '../read-record.ts'
import { getCell, type Columns, type FieldColumn } from './columns.ts'
import type { Context } from './context.ts'
import { addFault, take, type Draft } from './draft.ts'

export function readPlace(
  row: DataRow,
  draft: Draft,
  asked: { readonly context: Context; readonly near: LngLat | null },
): void {
  const { context, near } = asked
  const geometry = row.row.geometry ?? null
  if (geometry !== null) draft.position = readPoint(geometry, draft)
  else draft.position = readColumns(context.columns.of('position'), { row, draft, context, near })
  if (draft.position !== null) draft.said.add('position')
}

/** A point, or a set of points that holds one. */
function readPoint(geometry: Geometry, draft: Draft): ReadPosition | null {
  const [point, ...others] = listPoints(geometry)
  if (point !== undefined && others.length === 0) {
    const [lng = 0, lat = 0] = point
    return { lng, lat, format: 'shape', meridian: null, swapped: false, text: `${lat}, ${lng}` }
  }
  const fault = toError('geometry_type', { expected: 'Point', found: geometry.type })
  addFault(draft, fault, { column: null, field: 'position', cell: geometry.type })
  return null
}

function listPoints(geometry: Geometry): readonly Position[] {
  if (geometry.type === 'Point') return [geometry.coordinates]
  return geometry.type === 'MultiPoint' ? geometry.coordinates : []
}

interface Asked {
  readonly row: DataRow
  readonly draft: Draft
  readonly context: Context
  readonly near: LngLat | null
}

export function readColumns(
  columns: readonly FieldColumn[],
  { row, draft, context, near }: Asked,
): ReadPosition | null {
  if (columns.length === 0) return null
  const [first] = columns
  const cells = columns.map((column) => getCell(column, row))
  if (cells.some((cell) => cell !== null && typeof cell === 'object')) return null
  const axes = listAxes(columns)
  const reading = context.positions.read({ cells, axes, near })
  const place = {
    column: first?.column ?? null,
    field: first?.field.name ?? null,
    cell: cells.filter((cell) => cell !== null && typeof cell !== 'object').join('; '),
  }
  return take(draft, reading, { place, questions: context.questions })
}

const axes = new WeakMap<readonly FieldColumn[], readonly TitledAxis[]>()

export function listAxes(columns: readonly FieldColumn[]): readonly TitledAxis[] {
  const known = axes.get(columns) ?? columns.map(({ folded }) => toAxis(folded))
  axes.set(columns, known)
  return known
}

function toAxis(folded: string): TitledAxis {
  if (
    /\b(?:vi do|lat|latitude|vi tuyen|northing|bac|n)$/.test(folded) ||
    /\b(?:vi do|latitude)\b/.test(folded)
  )
    return 'lat'
  if (
    /\b(?:kinh do|lng|long|lon|longitude|easting|dong|e)$/.test(folded) ||
    /\b(?:kinh do|longitude)\b/.test(folded)
  )
    return 'lng'
  if (/\bx\b/.test(folded)) return 'x'
  return /\by\b/.test(folded) ? 'y' : null
}

/** Lets the coordinates of all rows say in which zone they are, before any is read. */
export function pollPositions(
  rows: readonly DataRow[],
  {
    columns,
    context,
    near,
  }: { readonly columns: Columns; readonly context: Context; readonly near: (row: DataRow) => LngLat | null },
): void {
  for (const field of ['position', 'start', 'end']) {
    const held = columns.of(field)
    if (held.length === 0) continue
    for (const row of rows) {
      const cells = held.map((column) => getCell(column, row))
      context.positions.poll(cells, () => near(row))
    }
  }
}
