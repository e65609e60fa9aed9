/** Which data does this database hold, and since when? */
import type { Client } from './database.ts'

export interface DataState {
  /** How often data were loaded. */
  readonly version: number
  /** Null while only the reference, or nothing, is loaded. */
  readonly dataset_id: string | null
  readonly title: string | null
  readonly is_sample: boolean | null
  readonly note: string | null
  readonly loaded_at: string | null
}

export async function getDataState(client: Client): Promise<DataState> {
  const [state] = await client.query<DataState & Record<string, unknown>>(
    `select version, dataset_id, title, is_sample, note, loaded_at
     from data_state`,
  )
  if (state === undefined) throw new Error('data_state has lost its row')
  return state
}

export async function isSampleData(client: Client): Promise<boolean> {
  const [state] = await client.query<{ is_sample: boolean }>(
    `select coalesce(is_sample, false) as is_sample
     from data_state`,
  )
  return state?.is_sample === true
}

export type DataCounts = Readonly<Record<'admin_units' | 'sites' | 'villages' | 'statements', number>>

/** How many rows there are of what a reader asks for first; statements that were withdrawn are not said any more. */
export async function countData(client: Client): Promise<DataCounts> {
  const [counts] = await client.query<DataCounts & Record<string, unknown>>(
    `select
       (select count(*) from admin_units) as admin_units,
       (select count(*) from sites) as sites,
       (select count(*) from villages) as villages,
       (select count(*) from village_services where withdrawn_at is null) as statements`,
  )
  if (counts === undefined) throw new Error('count(*) returned no row')
  return counts
}
