/** What is wrong with the rows and changes of an act that comes in? Everything that only the database knows, and what stands twice. */
import type { NewAct } from '../../core/api/assignments.ts'
import { AppError } from '../../core/errors.ts'
import { isIsoDate } from '../../core/dates.ts'
import type { Client, Row } from './database.ts'

interface RowProblem {
  /** `rows.12` or `changes.3`, counted from 1. */
  readonly row: string
  readonly field: string
  readonly value: string | null
  readonly code: string
}

/** More are counted, not told. */
const mostTold = 8

/** Throws `rows_invalid` with the first problem in its fields and the first few in words. */
export async function requireValidRows(client: Client, act: NewAct): Promise<void> {
  const problems = [
    ...listTwice(act),
    ...listDays(act),
    ...listForeignFields(act),
    ...(await listUnknown(client, act)),
  ]
  const [first] = problems
  if (first === undefined) return
  throw new AppError('rows_invalid', {
    count: problems.length,
    row: first.row,
    field: first.field,
    value: first.value,
    problem: first.code,
    problems: problems
      .slice(0, mostTold)
      .map(({ row, field, value, code }) => `${row} ${field} ${toShort(value)} ${code}`)
      .join('; '),
  })
}

function toShort(value: string | null): string {
  return value === null ? '–' : value.length > 40 ? `${value.slice(0, 40)}…` : value
}

function listTwice({ rows, changes = [] }: NewAct): RowProblem[] {
  return [
    ...listRepeated(rows.map(({ row_no }) => String(row_no))).map((at) => ({
      row: `rows.${at + 1}`,
      field: 'row_no',
      value: String(rows[at]!.row_no),
      code: 'repeated',
    })),
    ...listRepeated(changes.map(({ act_code, row_no }) => `${act_code} ${row_no}`)).map((at) => ({
      row: `changes.${at + 1}`,
      field: 'row_no',
      value: String(changes[at]!.row_no),
      code: 'repeated',
    })),
  ]
}

function listRepeated(keys: readonly string[]): number[] {
  const seen = new Set<string>()
  return keys.flatMap((key, at) => {
    if (seen.has(key)) return [at]
    seen.add(key)
    return []
  })
}

function listDays({ rows, changes = [] }: NewAct): RowProblem[] {
  const places = [
    ...rows.map((row, at) => ({ row: `rows.${at + 1}`, days: row })),
    ...changes.map((row, at) => ({ row: `changes.${at + 1}`, days: row })),
  ]
  return places.flatMap(({ row, days }) =>
    (['built_due_on', 'due_on'] as const).flatMap((field) => {
      const value = days[field] ?? null
      return value === null || isIsoDate(value) ? [] : [{ row, field, value, code: 'no_day' }]
    }),
  )
}

/** Of a change that says what its kind does not, or not what it needs. */
function listForeignFields({ rows, changes = [] }: NewAct): RowProblem[] {
  const known = new Set(rows.map(({ row_no }) => row_no))
  return changes.flatMap(({ kind, by_row_no, built_due_on, due_on }, at): RowProblem[] => {
    const row = `changes.${at + 1}`
    const hasDay = built_due_on !== undefined || due_on !== undefined
    if (kind === 'amend' && !hasDay) return [{ row, field: 'due_on', value: null, code: 'required' }]
    if (kind !== 'amend' && hasDay)
      return [{ row, field: 'due_on', value: due_on ?? null, code: 'not_of_kind' }]
    if (kind !== 'replace' && by_row_no !== undefined) {
      return [{ row, field: 'by_row_no', value: String(by_row_no), code: 'not_of_kind' }]
    }
    if (kind !== 'replace') return []
    if (by_row_no === undefined) return [{ row, field: 'by_row_no', value: null, code: 'required' }]
    return known.has(by_row_no)
      ? []
      : [{ row, field: 'by_row_no', value: String(by_row_no), code: 'row_not_found' }]
  })
}

async function listUnknown(client: Client, { rows, changes = [] }: NewAct): Promise<RowProblem[]> {
  const ofRows = await client.query<UnknownRow>(selectUnknownRows, [JSON.stringify(rows)])
  const ofChanges = await client.query<UnknownRow>(selectUnknownChanges, [JSON.stringify(changes)])
  return [
    ...ofRows.map(({ at, ...problem }) => ({ row: `rows.${at}`, ...problem })),
    ...ofChanges.map(({ at, ...problem }) => ({ row: `changes.${at}`, ...problem })),
  ]
}

interface UnknownRow extends Row {
  readonly at: number
  readonly field: string
  readonly value: string | null
  readonly code: string
}

const selectUnknownRows = `
select r.at, problem.field, problem.value, problem.code
from rows from (jsonb_to_recordset($1::jsonb) as (carrier_code text, village_code text))
  with ordinality as r (carrier_code, village_code, at)
left join villages v on v.code = r.village_code
left join carriers c on c.code = r.carrier_code
cross join lateral (
  values
    ('carrier_code', r.carrier_code, 'carrier_not_found', c.code is null),
    ('village_code', r.village_code, 'village_not_found', r.village_code is not null and v.id is null)
) as problem (field, value, code, is_there)
where problem.is_there
order by r.at, problem.field`

const selectUnknownChanges = `
select
  r.at,
  'row_no' as field,
  r.act_code || ' ' || r.row_no as value,
  case when a.id is null then 'row_not_found' else 'row_withdrawn' end as code
from rows from (jsonb_to_recordset($1::jsonb) as (act_code text, row_no integer))
  with ordinality as r (act_code, row_no, at)
left join assignments a on a.act_code = r.act_code and a.row_no = r.row_no
where a.id is null
  or a.withdrawn_by is not null
  or a.replaced_by is not null
order by r.at`
