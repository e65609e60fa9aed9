/** What the audit log keeps of the guarded sites: whole records with stations and private parts, as an edit leaves them. */
import type { Client } from '../../server/db/database.ts'
import type { GuardedSite } from './guarded-sites.ts'
import { insertRows } from './insert-rows.ts'

/** One change of each site's name, and one that concerned a station of `beta` alone. */
export async function fillGuardedHistory(client: Client, sites: readonly GuardedSite[]): Promise<void> {
  const entries = sites.flatMap((site) => {
    const record = toRecord(site)
    const others = record.stations.filter(({ carrier_code }) => carrier_code !== 'beta')
    return [
      { site, before: { ...record, name: 'Tên cũ' }, after: record },
      { site, before: { ...record, stations: others }, after: record },
    ]
  })
  await insertRows(
    client,
    'audit_log',
    {
      actor: 'text',
      action: 'text',
      noun: 'text',
      noun_id: 'text',
      before: 'jsonb',
      after: 'jsonb',
      carrier_code: 'text',
      restricted: 'boolean',
    },
    entries.map(({ site, before, after }) => ({
      actor: 'staff',
      action: 'update',
      noun: 'sites',
      noun_id: String(site.id),
      before,
      after,
      carrier_code: site.owner_code ?? site.stations[0]?.carrier_code,
      restricted: site.isRestricted,
    })),
  )
}

function toRecord(site: GuardedSite) {
  return {
    id: site.id,
    name: `Trạm ${site.kind}`,
    ...site.values,
    stations: site.stations.map(({ carrier_code, technology, values }) => ({
      carrier_code,
      technology,
      ...values,
    })),
  }
}
