/** What is kept of what people saved? Read by the owner, past every policy, for what looks whether anything was lost. */
import type { SiteSnapshot } from '../../core/inventory/site-snapshot.ts'
import type { Client, Database } from './database.ts'
import { findKeptSite } from './site-snapshot.ts'

export interface KeptEntry {
  readonly id: number
  readonly noun: string
  readonly noun_id: string
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>>
}

export interface KeptSiteRow {
  readonly id: number
  readonly version: number
  readonly site: SiteSnapshot
}

export interface KeptStatement {
  readonly id: number
  readonly village_id: number
  readonly note: string | null
}

export interface Kept {
  readonly sites: readonly KeptSiteRow[]
  readonly statements: readonly KeptStatement[]
  /** Of sites and statements, in the order of their numbers. */
  readonly entries: readonly KeptEntry[]
}

export function findKept(owner: Database): Promise<Kept> {
  return owner.transaction(async (client) => ({
    sites: await listSites(client),
    statements: await client.query<KeptStatement & Record<string, unknown>>(
      'select id, village_id, note from village_services order by id',
    ),
    entries: await client.query<KeptEntry & Record<string, unknown>>(
      `select id, noun, noun_id, before, after
       from audit_log
       where noun in ('sites', 'village_services') and noun_id is not null
       order by id`,
    ),
  }))
}

async function listSites(client: Client): Promise<KeptSiteRow[]> {
  const sites: KeptSiteRow[] = []
  for (const { id } of await client.query<{ id: number }>('select id from sites order by id')) {
    const kept = await findKeptSite(client, id, 'to read')
    if (kept !== null) sites.push({ id, ...kept })
  }
  return sites
}
