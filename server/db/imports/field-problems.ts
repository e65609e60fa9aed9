/** Which values do fields not take? As the one list of the noun's fields declares it, for whoever types and for whoever imports. */
import { toRecordProblem } from '../../../core/import/planned-row.ts'
import type { CellProblem } from '../../../core/import/problems.ts'

export interface FieldCheck {
  Check(values: unknown): boolean
  Errors(values: unknown): Iterable<FieldError>
}

interface FieldError {
  readonly instancePath: string
  readonly params: object
}

/** The first fault of each field. @param path what stands before the names: `stations.` */
export function toFieldProblems(fields: FieldCheck, values: object, path = ''): CellProblem[] {
  if (fields.Check(values)) return []
  const problems = new Map<string, CellProblem>()
  for (const { instancePath, params } of fields.Errors(values)) {
    const field = path + (instancePath.split('/')[1] ?? '')
    if (problems.has(field)) continue
    const value = (values as Readonly<Record<string, unknown>>)[instancePath.split('/')[1] ?? '']
    const expected = Object.entries(params)
      .map(([name, limit]) => `${name} ${String(limit)}`)
      .join(', ')
    problems.set(field, toRecordProblem('value_unfit', field, value, { expected }))
  }
  return [...problems.values()]
}
