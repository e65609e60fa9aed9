/** How do rows of a list become statements of coverage? Each is added or is there already; none is rewritten. */
import { toRecordProblem, toUncomparable } from '../../../core/import/planned-row.ts'
import type { Comparison } from '../../../core/import/planned-row.ts'
import type { CellProblem } from '../../../core/import/problems.ts'
import { findRepeated } from '../../../core/import/repeated.ts'
import type { ReadRecord } from '../../../core/import/read-record.ts'
import { listUnitsOfBatch } from '../batch-units.ts'
import type { AuditEntry } from '../change.ts'
import { isSameStatement } from '../create-statement.ts'
import type { Client, Row } from '../database.ts'
import { existsOn } from '../held-statements.ts'
import { restoreStatementEntry } from '../withdraw-statements.ts'
import { inPortions } from '../portions.ts'
import {
  collectWritten,
  type BackQuestion,
  type BatchEntry,
  type CompareQuestion,
  type Comparer,
  type ImportTarget,
  type PutBack,
  type RowPortions,
  type WriteOrigin,
} from './import-target.ts'

export const statementTarget: ImportTarget = {
  prepare,
  write,
  putBack,
}

interface Statement {
  readonly village_code: string
  readonly service: string
  readonly carrier_code: string
  readonly basis: string
  readonly state: string
  readonly households_share: number | null
  readonly observed_on: string
  readonly source_code: string | null
  readonly note: string | null
}

/** Rows that the audit log keeps with the entry of a batch; the statements themselves carry its id. */
const mostLoggedRows = 5_000

const needed = ['village_code', 'service', 'carrier_code', 'basis', 'state', 'observed_on'] as const

async function prepare(client: Client, question: CompareQuestion): Promise<Comparer<Statement>> {
  const { records, today, by, carrier_code } = question
  if (question.purpose === 'to write') await lockVillages(client, records)
  const statements = records.map((record) => toStatement(record, { today, by, carrier_code }))
  const facts = await listFacts(
    client,
    statements.map((statement) => (Array.isArray(statement) ? null : (statement as Statement))),
  )
  const repeated = findRepeated(records, ({ values: { source_code: _, note: _note, ...said } }) =>
    toKey(said),
  )
  return (_record, place) => {
    const statement = statements[place]!
    const again = repeated.get(place)
    const faults = Array.isArray(statement) ? statement : again === undefined ? [] : [again]
    return faults.length > 0 || Array.isArray(statement)
      ? toUncomparable(faults)
      : compareStatement(statement as Statement, facts.get(place))
  }
}

/** Who wrote it down, and from which document, does not make it another statement. */
function toKey(said: object): string {
  return JSON.stringify(Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1)))
}

type Asked = Pick<CompareQuestion, 'today' | 'by' | 'carrier_code'>

function toStatement(
  { values, questions, problems: faults }: ReadRecord,
  { today, by, carrier_code }: Asked,
): Statement | CellProblem[] {
  const given = values as Partial<Statement>
  const missing = needed.filter((field) => given[field] === undefined)
  if (missing.length > 0) {
    // A question or a fault of one cell leaves the others out as well.
    const isTold = questions.length > 0 || faults.some(({ level }) => level === 'error')
    return isTold ? [] : missing.map((field) => toRecordProblem('value_missing', field, null))
  }
  const { households_share = null, source_code = null, note = null } = given
  const statement = { ...(given as Statement), households_share, source_code, note }
  const problems: CellProblem[] = []
  if (statement.observed_on > today) {
    problems.push(toRecordProblem('day_in_future', 'observed_on', statement.observed_on))
  }
  if (statement.observed_on < '1900-01-01') {
    problems.push(toRecordProblem('day_invalid', 'observed_on', statement.observed_on))
  }
  if (households_share !== null && statement.state !== 'partial') {
    problems.push(toRecordProblem('share_without_partial', 'households_share', households_share))
  }
  // A carrier says what it offers; what is measured and found the Sở says.
  const isOwn = by !== 'carrier' || statement.carrier_code === carrier_code
  if (!isOwn) problems.push(toRecordProblem('carrier_not_own', 'carrier_code', statement.carrier_code))
  if (by === 'carrier' && !['declared', 'predicted'].includes(statement.basis)) {
    problems.push(toRecordProblem('basis_not_allowed', 'basis', statement.basis))
  }
  return problems.length > 0 ? problems : statement
}

interface StatementFact extends Row {
  readonly n: number
  readonly is_ended: boolean
  readonly has_source: boolean
  readonly is_there: boolean
  readonly lng: number | null
  readonly lat: number | null
}

async function listFacts(
  client: Client,
  statements: readonly (Statement | null)[],
): Promise<ReadonlyMap<number, StatementFact>> {
  const asked = statements.flatMap((statement, n) => (statement === null ? [] : [{ ...statement, n }]))
  const facts = new Map<number, StatementFact>()
  for (const portion of inPortions(asked)) {
    const rows = await client.query<StatementFact>(selectFacts, [JSON.stringify(portion)])
    for (const fact of rows) facts.set(fact.n, fact)
  }
  return facts
}

function compareStatement(statement: Statement, fact: StatementFact | undefined): Comparison<Statement> {
  if (fact === undefined) {
    return toUncomparable([toRecordProblem('village_not_found', 'village_code', statement.village_code)])
  }
  const problems: CellProblem[] = []
  if (fact.is_ended) problems.push(toRecordProblem('village_ended', 'village_code', statement.village_code))
  if (!fact.has_source)
    problems.push(toRecordProblem('source_not_found', 'source_code', statement.source_code))
  return {
    record_id: null,
    base_version: null,
    before: fact.is_there ? statement : null,
    after: statement,
    changes: [],
    from: null,
    to: fact.lng === null || fact.lat === null ? null : [fact.lng, fact.lat],
    moved_m: null,
    conflicts: [],
    problems,
  }
}

/** Of two who import the same at once the second waits here, and is told that all is said. */
async function lockVillages(client: Client, records: readonly ReadRecord[]): Promise<void> {
  const codes = new Set(records.map(({ values }) => values['village_code']))
  await client.query(
    `
select v.id
from villages v
where v.code = any($1::text[])
order by v.id
for no key update of v`,
    [[...codes].filter((code) => typeof code === 'string').sort()],
  )
}

async function write(
  client: Client,
  rows: RowPortions,
  { batch_id, request_id, reason }: WriteOrigin,
): Promise<AuditEntry[]> {
  const statements = (await collectWritten<Statement>(rows)).map(({ after }) => after!)
  if (statements.length === 0) return []
  for (const portion of inPortions(statements)) {
    const inserted = await client.query(insertRows, [JSON.stringify(portion), batch_id])
    if (inserted.length !== portion.length) throw new Error('Not every statement of a batch was written')
  }
  const units = await listUnitsOfBatch(client, batch_id)
  const logged = statements.length <= mostLoggedRows ? { statements } : {}
  const after = { rows: statements.length, withdrawn: false, ...logged }
  return [
    {
      action: 'import',
      noun: 'village_services',
      after,
      batch_id,
      units,
      reason: reason ?? null,
      ...(request_id === undefined ? {} : { request_id }),
    },
  ]
}

/** They stay, and count no longer. */
async function putBack(
  client: Client,
  entries: readonly BatchEntry[],
  { batch_id, request_id }: BackQuestion,
): Promise<PutBack> {
  const [entry] = entries
  if (entry === undefined) return { entries: [], changed_since: [] }
  const origin = { reverts_id: entry.id, ...(request_id === undefined ? {} : { request_id }) }
  const back = await restoreStatementEntry(client, {
    entry: { ...entry, noun_id: null, batch_id },
    side: 'before',
    origin,
  })
  return { entries: [back], changed_since: [] }
}

const records = `jsonb_to_recordset($1::jsonb) as r (
  n integer, village_code text, service text, carrier_code text, basis text, state text, households_share double precision,
  observed_on date, source_code text, note text
)`

const selectFacts = `
select
  r.n,
  not (${existsOn('r.observed_on')}) as is_ended,
  r.source_code is null or exists (select 1 from sources o where o.code = r.source_code) as has_source,
  exists (
    select 1
    from village_services s
    where s.village_id = v.id
      and ${isSameStatement}
  ) as is_there,
  st_x(coalesce(v.geom, c.label)) as lng,
  st_y(coalesce(v.geom, c.label)) as lat
from ${records}
join villages v on v.code = r.village_code
left join admin_units c on c.unit_set = 'commune' and c.code = v.commune_code`

const insertRows = `
insert into village_services (
  village_id, service, carrier_code, basis, state, households_share, observed_on, source_code, note, batch_id, is_sample
)
select
  v.id, r.service, r.carrier_code, r.basis::coverage_basis, r.state, r.households_share, r.observed_on, r.source_code,
  r.note, $2::uuid, false
from ${records}
join villages v on v.code = r.village_code
returning id`
