/** Which cable route does a row speak of, and along which line: that of the file, or the straight one between its ends? */
import type { Geometry, LineString, Position } from 'geojson'
import { toError, toWarning } from '../cell-problems.ts'
import type { DataRow } from '../header/list-data-rows.ts'
import type { ReadPosition } from '../read-record.ts'
import type { Context, ReadRow } from './context.ts'
import { addFault, type Draft } from './draft.ts'
import { requireFields } from './read-fields.ts'
import { readColumns } from './read-place.ts'

export function readRoute(row: DataRow, draft: Draft, context: Context): readonly ReadRow[] {
  const geometry = row.row.geometry ?? null
  draft.geometry = geometry === null ? joinEnds(row, draft, context) : toLine(geometry, draft)
  requireFields(['code'], draft, context)
  const { code, name } = draft.values
  const label = [code, name].filter((text) => typeof text === 'string').join(' ')
  return [{ draft, label, key: typeof code === 'string' ? code.toLocaleUpperCase('vi') : null }]
}

function toLine(geometry: Geometry, draft: Draft): LineString | null {
  const lines = listLines(geometry)
  const [line] = lines
  if (line !== undefined && lines.length === 1) return { type: 'LineString', coordinates: [...line] }
  const fault = toError('geometry_type', { expected: 'LineString', found: geometry.type })
  addFault(draft, fault, { column: null, field: 'geometry', cell: geometry.type })
  return null
}

function listLines(geometry: Geometry): readonly (readonly Position[])[] {
  if (geometry.type === 'LineString') return [geometry.coordinates]
  return geometry.type === 'MultiLineString' ? geometry.coordinates : []
}

function joinEnds(row: DataRow, draft: Draft, context: Context): LineString | null {
  const asked = { row, draft, context, near: null }
  const start = readColumns(context.columns.of('start'), asked)
  const end = readColumns(context.columns.of('end'), asked)
  if (start === null || end === null) return null
  addFault(draft, toWarning('route_straight'), { column: null, field: 'geometry', cell: null })
  return { type: 'LineString', coordinates: [toPoint(start), toPoint(end)] }
}

function toPoint({ lng, lat }: ReadPosition): Position {
  return [lng, lat]
}
