/** Does what a site's record names exist: carriers, a mast kind, a code that is free? */
import { AppError } from '../../core/errors.ts'
import type { SiteDraft } from '../../core/inventory/site-snapshot.ts'
import type { Client } from './database.ts'

/** Of what is new in `after`; what has stood there stays good, a retired mast kind too. */
export async function requireReferences(
  client: Client,
  before: SiteDraft | null,
  after: SiteDraft,
): Promise<void> {
  await requireFreeCode(client, before, after)
  await requireCarriers(client, before, after)
  const { mast_kind } = after
  if (mast_kind !== null && mast_kind !== before?.mast_kind && !(await hasMastKind(client, mast_kind))) {
    throw new AppError('value_invalid', { field: 'mast_kind', value: mast_kind, expected: 'mast_kinds' })
  }
}

/** Among the sites that the actor may see: of others it is not told that they exist. */
export async function requireFreeCode(
  client: Client,
  before: SiteDraft | null,
  after: SiteDraft,
): Promise<void> {
  if (after.code === before?.code) return
  const taken = await client.query(
    `
select s.id
from visible_sites s
where s.code = $1::text`,
    [after.code],
  )
  if (taken.length > 0) throw new AppError('code_taken', { field: 'code', value: after.code })
}

async function requireCarriers(client: Client, before: SiteDraft | null, after: SiteDraft): Promise<void> {
  const known = new Set(before === null ? [] : listCarriers(before))
  const asked = listCarriers(after).filter((code) => !known.has(code))
  if (asked.length === 0) return
  const found = await client.query<{ code: string }>(
    `
select c.code
from carriers c
where c.code = any ($1::text[])`,
    [asked],
  )
  const unknown = asked.find((code) => !found.some((carrier) => carrier.code === code))
  if (unknown !== undefined)
    throw new AppError('carrier_not_found', { field: 'carrier_code', value: unknown })
}

function listCarriers({ owner_code, stations }: SiteDraft): string[] {
  const codes = [owner_code, ...stations.map(({ carrier_code }) => carrier_code)]
  return [...new Set(codes.filter((code) => code !== null))]
}

async function hasMastKind(client: Client, code: string): Promise<boolean> {
  const found = await client.query(
    `
select k.code
from mast_kinds k
where k.code = $1::text
  and not k.retired`,
    [code],
  )
  return found.length > 0
}

/** A code or a piece of equipment that somebody else took between the question and the write. */
export async function refuseTaken<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const taken = findTaken(error)
    throw taken ?? error
  }
}

function findTaken(error: unknown): AppError | null {
  const { code, constraint } = error as { readonly code?: unknown; readonly constraint?: unknown }
  if (code !== '23505') return null
  if (constraint === 'sites_code_key') return new AppError('code_taken', { field: 'code' })
  if (constraint !== 'stations_site_id_carrier_code_technology_key') return null
  return new AppError('value_invalid', { field: 'stations.technology', expected: 'unique' })
}
