/** How do checked files become rows? All of them in one transaction, into an empty database. */
import { DatasetError } from '../dataset/problems.ts'
import type { Dataset } from '../dataset/read-dataset.ts'
import { asOwner, change } from './change.ts'
import type { Client, Database } from './database.ts'
import { getDataState, type DataState } from './data-state.ts'
import { findInvalidShapes } from './load-checks.ts'
import { loadInventory } from './load-inventory.ts'
import { loadReference } from './load-reference.ts'
import { loadStatements } from './load-statements.ts'

/** The database holds data already, and loading never touches what is there. */
export class DatabaseFilledError extends Error {
  readonly state: DataState

  constructor(state: DataState) {
    super(`the database already holds ${state.dataset_id ?? 'data'}`)
    this.name = 'DatabaseFilledError'
    this.state = state
  }
}

/**
 * Throws `DatasetError` when the database finds a shape invalid and `DatabaseFilledError` when it is not empty; in both
 * cases nothing has changed.
 */
export async function storeDataset(db: Database, dataset: Dataset): Promise<void> {
  const invalid = await findInvalidShapes(db, dataset)
  if (invalid.length > 0) throw new DatasetError(invalid)
  await db.withLock('load', () =>
    change(asOwner(db, 'loader'), async (client) => {
      await requireEmpty(client)
      await loadTables(client, dataset)
      return {
        result: undefined,
        entries: [
          {
            action: 'load',
            noun: 'data_state',
            ...(dataset.description === null ? {} : { noun_id: dataset.description.id }),
            after: toCounts(dataset),
          },
        ],
      }
    }),
  )
}

async function loadTables(client: Client, { description, tables }: Dataset): Promise<void> {
  // Loading may take longer than any question of a page.
  await client.query(`select set_config('statement_timeout', '0', true)`)
  await loadReference(client, tables)
  await loadInventory(client, tables)
  await loadStatements(client, tables)
  await client.query(
    `update data_state
     set dataset_id = $1::text, title = $2::text, is_sample = $3::boolean, note = $4::text,
       vn2000_central_meridian = $5::double precision, loaded_at = now(),
       version = version + 1
     returning version`,
    [
      description?.id ?? null,
      description?.title ?? null,
      description?.is_sample ?? null,
      description?.note ?? null,
      description?.vn2000_central_meridian ?? null,
    ],
  )
  // The embedded database has nobody who does this later, and without it plans are guesses.
  await client.run('analyze')
}

async function requireEmpty(client: Client): Promise<void> {
  const state = await getDataState(client)
  const [filled] = await client.query<{ is_filled: boolean }>(
    `select
       exists (select from sources)
       or exists (select from admin_units)
       or exists (select from carriers)
       or exists (select from sites)
       or exists (select from villages)
       or exists (select from cable_routes) as is_filled`,
  )
  if (state.dataset_id !== null || filled?.is_filled !== false) throw new DatabaseFilledError(state)
}

function toCounts({ tables }: Dataset): Record<string, number> {
  return Object.fromEntries(Object.entries(tables).map(([name, { rows }]) => [name, rows.length]))
}
