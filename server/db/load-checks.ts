/** Which shapes would the database refuse? Asked before anything is written. */
import { ProblemList, type DatasetProblem } from '../dataset/problems.ts'
import type { Dataset } from '../dataset/read-dataset.ts'
import type { Client } from './database.ts'

const drawn = ['province', 'districts', 'communes', 'communes_2025', 'base_map', 'cable_routes'] as const

/** Lines that cross themselves, holes outside their polygon and the like, with the place where it happens. */
export async function findInvalidShapes(client: Client, { tables }: Dataset): Promise<DatasetProblem[]> {
  const problems = new ProblemList()
  for (const name of drawn) {
    const { file, rows } = tables[name]
    if (rows.length === 0) continue
    const shapes = rows.map(({ row, geometry }) => ({ n: row, geom: geometry }))
    const invalid = await client.query<{ row: number; reason: string }>(selectInvalid, [
      JSON.stringify(shapes),
    ])
    for (const { row, reason } of invalid) {
      problems.add('geometry_invalid', file, { row, field: 'geometry', value: reason })
    }
  }
  return problems.problems
}

const selectInvalid = `
  select n as row, st_isvalidreason(st_geomfromgeojson(geom)) as reason
  from jsonb_to_recordset($1::jsonb) as record (n integer, geom jsonb)
  where not st_isvalid(st_geomfromgeojson(geom))
  order by n`
