/** How does the sample go? Everything that was made up, in one transaction; what is real stays. Migration 0027 does it. */
import { AppError } from '../../core/errors.ts'
import { change, type AuditEntry, type ChangingDatabase } from './change.ts'
import type { Client, Row } from './database.ts'
import { getDataState, type DataState } from './data-state.ts'

export type RowCounts = Readonly<Record<string, number>>

export interface RemovedSample {
  /** By table: what was made up. */
  readonly removed: RowCounts
  /** What was not, and spoke of what was. */
  readonly hanging: RowCounts
  /** What stays and lost its owner, its place or its village. */
  readonly changed: RowCounts
  /** Names of accounts that are disabled now. */
  readonly accounts: readonly string[]
  /** Under which names the bytes of files stand that no row speaks of any more. */
  readonly files: readonly string[]
}

export interface SampleEnd {
  /** In whose name: of an administrator, whose account stays, or of a command that owns the database. */
  readonly by: 'admin' | 'owner'
  readonly request_id?: string
  /** More that belongs to it, in the same transaction. */
  readonly also?: (client: Client) => Promise<readonly AuditEntry[]>
}

/** @throws AppError `no_sample` where nothing is made up */
export async function removeSample(
  db: ChangingDatabase,
  { by, request_id, also }: SampleEnd,
): Promise<RemovedSample> {
  return change(db, async (client) => {
    // Thousands of rows take longer than any question of a page.
    await client.query(`select set_config('statement_timeout', '0', true) as told`)
    const before = await getDataState(client)
    const more = (await also?.(client)) ?? []
    const [answer] = await client.query<Row & { readonly removed: RemovedSample | null }>(
      by === 'admin'
        ? 'select start_real($1::text) as removed'
        : 'select remove_sample_rows(null, $1::text) as removed',
      [await toTitle(client)],
    )
    const result = answer?.removed ?? null
    if (result === null) throw new AppError('no_sample')
    return { result, entries: [...toEntries(result, before, request_id), ...more] }
  })
}

/** Names no province where none is loaded. */
async function toTitle(client: Client): Promise<string> {
  const name = await findProvinceName(client)
  return name === null ? 'Dữ liệu của tỉnh' : `Dữ liệu của tỉnh ${name}`
}

export async function findProvinceName(client: Client): Promise<string | null> {
  const [unit] = await client.query<Row & { readonly name: string }>(`
select name
from admin_units
where unit_set = 'province'
order by code
limit 1`)
  return unit?.name ?? null
}

/** Of accounts only administrators read. */
function toEntries(result: RemovedSample, before: DataState, request_id?: string): readonly AuditEntry[] {
  const origin = request_id === undefined ? {} : { request_id }
  const { removed, hanging, changed, accounts } = result
  const { dataset_id, title, is_sample } = before
  const entry = {
    action: 'start_real',
    noun: 'data_state',
    before: { dataset_id, title, is_sample },
    after: { is_sample: false, removed, hanging, changed },
    ...origin,
  }
  if (accounts.length === 0) return [entry]
  return [entry, { action: 'disable', noun: 'users', after: { usernames: accounts }, ...origin }]
}
