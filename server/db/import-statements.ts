/** How do many statements come in at once? All of them or none; as one batch that is taken back as one. */
import { randomUUID } from 'node:crypto'
import type { StatementImport } from '../../core/api/village-edits.ts'
import { listUnitsOfBatch } from './batch-units.ts'
import { change, type AuditEntry, type ChangingDatabase } from './change.ts'
import { isSameStatement } from './create-statement.ts'
import type { Client, Row } from './database.ts'
import { readStatementCsv, type StatementProblem, type StatementRow } from './read-statement-csv.ts'
import { existsOn } from './held-statements.ts'
import type { ChangeOrigin } from './site-entry.ts'

export interface ImportWork {
  readonly csv: string
  readonly dry_run: boolean
  /** ISO date. */
  readonly today: string
  readonly origin: ChangeOrigin
}

const mostProblems = 200
/** Rows that the audit log keeps with the entry of a batch; the statements themselves carry its id. */
const mostLoggedRows = 5_000

export async function importStatements(
  db: ChangingDatabase,
  { csv, dry_run, today, origin }: ImportWork,
): Promise<StatementImport> {
  const read = readStatementCsv(csv, today)
  return change<StatementImport>(db, async (client) => {
    // Of two who send the same file at once the second waits here, and is told that all is said.
    if (!dry_run) await client.query(lockVillages, [JSON.stringify(read.rows)])
    const found = await listRowProblems(client, read.rows, today)
    const problems = [...read.problems, ...found].sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
    const told = { rows: read.count, problems: problems.slice(0, mostProblems) }
    const accepted = problems.length > 0 ? 0 : read.rows.length
    if (dry_run || accepted === 0) {
      return { result: { ...told, accepted, entry_id: null, batch_id: null }, entries: [] }
    }
    const batch_id = randomUUID()
    const entry = { ...(await createBatch(client, read.rows, batch_id)), ...origin }
    return { entries: [entry], toResult: ([id]) => ({ ...told, accepted, entry_id: id!, batch_id }) }
  })
}

async function createBatch(
  client: Client,
  rows: readonly StatementRow[],
  batch_id: string,
): Promise<AuditEntry> {
  await insertBatch(client, rows, batch_id)
  const units = await listUnitsOfBatch(client, batch_id)
  const logged = rows.length <= mostLoggedRows ? { statements: rows } : {}
  const after = { rows: rows.length, withdrawn: false, ...logged }
  return { action: 'import', noun: 'village_services', after, batch_id, units }
}

async function insertBatch(client: Client, rows: readonly StatementRow[], batch_id: string): Promise<void> {
  const inserted = await client.query(insertRows, [JSON.stringify(rows), batch_id])
  if (inserted.length !== rows.length) throw new Error('Not every statement of a batch was written')
}

interface FoundRow extends Row {
  readonly row: number
  readonly village_id: number | null
  readonly is_ended: boolean
  readonly has_carrier: boolean
  readonly has_source: boolean
  readonly is_there: boolean
}

/** What only the database knows of the rows, and rows that say what another one says. */
async function listRowProblems(
  client: Client,
  rows: readonly StatementRow[],
  today: string,
): Promise<StatementProblem[]> {
  if (rows.length === 0) return []
  const found = await client.query<FoundRow>(selectFacts, [JSON.stringify(rows), today])
  const facts = new Map(found.map((fact) => [fact.row, fact]))
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const key = JSON.stringify({ ...row, row: 0, note: null, source_code: null })
    const isTwice = seen.has(key)
    seen.add(key)
    return listProblemsOf(row, facts.get(row.row)!, isTwice)
  })
}

function listProblemsOf(row: StatementRow, fact: FoundRow, isTwice: boolean): StatementProblem[] {
  const problems: [field: string, value: string | null, code: string][] = []
  if (fact.village_id === null) problems.push(['village_code', row.village_code, 'village_not_found'])
  else if (fact.is_ended) problems.push(['village_code', row.village_code, 'village_ended'])
  if (!fact.has_carrier) problems.push(['carrier_code', row.carrier_code, 'carrier_not_found'])
  if (!fact.has_source) problems.push(['source_code', row.source_code, 'source_not_found'])
  if (isTwice || fact.is_there) problems.push(['village_code', row.village_code, 'repeated'])
  return problems.map(([field, value, code]) => ({ row: row.row, field, value, code }))
}

const records = `jsonb_to_recordset($1::jsonb) as r (
  row integer, village_code text, service text, carrier_code text, basis text, state text,
  households_share double precision, observed_on date, source_code text, note text
)`

const lockVillages = `
select v.id
from villages v
where v.code in (select r.village_code from ${records})
order by v.id
for no key update of v`

const selectFacts = `
select
  r.row,
  v.id as village_id,
  not (${existsOn('$2::date')}) as is_ended,
  c.code is not null as has_carrier,
  r.source_code is null or exists (select 1 from sources o where o.code = r.source_code) as has_source,
  exists (
    select 1
    from village_services s
    where s.village_id = v.id
      and ${isSameStatement}
  ) as is_there
from ${records}
left join villages v on v.code = r.village_code
left join carriers c on c.code = r.carrier_code
order by r.row`

const insertRows = `
insert into village_services (
  village_id, service, carrier_code, basis, state, households_share, observed_on, source_code, note, batch_id, is_sample
)
select
  v.id, r.service, r.carrier_code, r.basis::coverage_basis, r.state, r.households_share, r.observed_on, r.source_code,
  r.note, $2::uuid, false
from ${records}
join villages v on v.code = r.village_code
order by r.row
returning id`
