/** How do rows of a carrier's list become sites and stations, and how is that taken back? */
import { Compile } from 'typebox/compile'
import { compareSite, type SiteFacts } from '../../../core/import/compare-site.ts'
import { isWritten, type PlannedRow } from '../../../core/import/planned-row.ts'
import type { CellProblem } from '../../../core/import/problems.ts'
import { applySnapshot } from '../../../core/inventory/site-edit.ts'
import { siteChanges, stationChanges } from '../../../core/inventory/site-fields.ts'
import {
  listChangedFields,
  type SiteDraft,
  type SiteSnapshot,
} from '../../../core/inventory/site-snapshot.ts'
import type { AuditEntry } from '../change.ts'
import type { Client, Row } from '../database.ts'
import { toSiteEntry, type ChangeOrigin } from '../site-entry.ts'
import { listKeptSites } from '../site-snapshot.ts'
import { insertSites, updateSites, type SiteWrite, type WrittenSite } from '../write-site.ts'
import { inPortions, mapPortions } from '../portions.ts'
import { toFieldProblems } from './field-problems.ts'
import {
  collectKept,
  type BatchEntry,
  type CompareQuestion,
  type Comparer,
  type ImportTarget,
  type MissingQuestion,
  type MissingRecord,
  type RowPortions,
  type WriteOrigin,
} from './import-target.ts'
import { getNearSites, getPlaces } from './places.ts'

export const siteTarget: ImportTarget = {
  prepare,
  write,
  putBack,
  listMissing,
  retire,
}

async function prepare(client: Client, question: CompareQuestion): Promise<Comparer<SiteDraft>> {
  const { records, purpose, by, carrier_code, said_before } = question
  const kept = await collectKept(
    records.flatMap(({ key }) => (key === null ? [] : [key])),
    {
      list: (codes) => listKeptSites(client, codes, by === 'carrier' ? 'to propose' : purpose),
      toKey: ({ site }) => site.code,
    },
  )
  const { locate, findUnits } = await getPlaces(client)
  const findNear = await getNearSites(client)
  return (record) =>
    compareSite(record, {
      before: kept.get(record.key ?? '') ?? null,
      locate,
      findUnits,
      findNear,
      carrier_code,
      said_before: said_before.get(record.key ?? '') ?? null,
      check: checkFields,
    })
}

const isSite = Compile(siteChanges)
const isStation = Compile(stationChanges)

function checkFields({ changes, stations }: Parameters<SiteFacts['check']>[0]): CellProblem[] {
  return [
    ...toFieldProblems(isSite, changes),
    ...stations.flatMap((station) => toFieldProblems(isStation, station, 'stations.')),
  ]
}

async function write(
  client: Client,
  rows: RowPortions,
  { batch_id, request_id, reason }: WriteOrigin,
): Promise<AuditEntry[]> {
  const origin = { reason: reason ?? null, ...(request_id === undefined ? {} : { request_id }) }
  return mapPortions(rows, async (portion) => {
    const written = (portion as readonly PlannedRow<SiteDraft>[]).filter(isWritten)
    const added = await insertSites(
      client,
      written.flatMap(({ before, after }) => (before === null ? [after!] : [])),
    )
    const changes = written.flatMap(({ before, after }) =>
      before === null ? [] : [{ before: before as SiteSnapshot, after: after! }],
    )
    const changed = await updateSites(client, changes)
    return [
      ...added.map((site) => toEntry(null, site, { origin, batch_id })),
      ...changed.map((site, index) => toEntry(changes[index]!.before, site, { origin, batch_id })),
    ]
  })
}

function toEntry(
  before: SiteSnapshot | null,
  { site }: WrittenSite,
  { origin, batch_id }: { readonly origin: ChangeOrigin; readonly batch_id?: string },
): AuditEntry {
  const action = batch_id === undefined ? 'restore' : 'import'
  const entry = toSiteEntry({ action, before, after: site, origin })
  return batch_id === undefined ? entry : { ...entry, batch_id }
}

/** What was created is retired, as everywhere: nothing is deleted. */
async function putBack(
  client: Client,
  entries: readonly BatchEntry[],
  { today, request_id }: { readonly today: string; readonly request_id?: string },
) {
  const then = entries.map(({ id, before, after }) => ({
    id,
    before: before as SiteSnapshot | null,
    after: after as SiteSnapshot,
  }))
  const kept = await collectKept(
    then.map(({ after }) => after.code),
    { list: (codes) => listKeptSites(client, codes, 'to write'), toKey: ({ site }) => site.id },
  )
  const changed_since: string[] = []
  const origins = new Map<number, ChangeOrigin>()
  const wanted: { before: SiteSnapshot; after: SiteDraft }[] = []
  for (const { id, before, after } of then) {
    const now = kept.get(after.id)?.site
    if (now === undefined || listChangedFields(after, now).length > 0) {
      changed_since.push(`${after.code} ${after.name}`)
      continue
    }
    origins.set(now.id, { reverts_id: id, ...(request_id === undefined ? {} : { request_id }) })
    wanted.push({
      before: now,
      after: before === null ? { ...now, status: 'retired' } : applySnapshot(now, before, today),
    })
  }
  return {
    changed_since,
    entries: await writeChanges(client, wanted, (site) => ({ origin: origins.get(site.id)! })),
  }
}

async function writeChanges(
  client: Client,
  wanted: readonly (SiteWrite & { readonly before: SiteSnapshot })[],
  toOrigin: (site: SiteSnapshot) => { readonly origin: ChangeOrigin; readonly batch_id?: string },
): Promise<AuditEntry[]> {
  return mapPortions(inPortions(wanted), async (portion) => {
    const made = await updateSites(client, portion)
    return made.map((site, index) => toEntry(portion[index]!.before, site, toOrigin(site.site)))
  })
}

/** Of the last list; where there was none, what stands live as the carrier's own. */
async function listMissing(
  client: Client,
  { carrier_code, said_before, listed }: MissingQuestion,
): Promise<MissingRecord[]> {
  if (said_before === null && carrier_code === null) return []
  const rows = await client.query<MissingRow>(selectLive, [
    carrier_code,
    said_before === null ? null : [...said_before],
  ])
  return rows
    .filter(({ code }) => !listed.has(code))
    .map(({ id, code, name, lng, lat }) => ({
      key: code,
      label: `${code} ${name}`,
      record_id: id,
      at: [lng, lat] as const,
    }))
}

interface MissingRow extends Row {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly lng: number
  readonly lat: number
}

const selectLive = `
select s.id, s.code, s.name, st_x(s.geom) as lng, st_y(s.geom) as lat
from visible_sites s
where s.access = 'full'
  and s.status <> 'retired'
  and case when $2::text[] is null then s.owner_code = $1::text else s.code = any($2::text[]) end
order by s.code`

/** A mast that others use stays: only the sender's stations end. */
async function retire(
  client: Client,
  missing: readonly MissingRecord[],
  {
    batch_id,
    request_id,
    carrier_code,
    today,
  }: WriteOrigin & { readonly carrier_code: string | null; readonly today: string },
): Promise<AuditEntry[]> {
  const kept = await collectKept(
    missing.map(({ key }) => key),
    { list: (codes) => listKeptSites(client, codes, 'to write'), toKey: ({ site }) => site.id },
  )
  const origin = request_id === undefined ? {} : { request_id }
  const wanted = [...kept.values()]
    .map(({ site: before }) => ({ before, after: toRetired(before, carrier_code, today) }))
    .filter(({ before, after }) => listChangedFields(before, after).length > 0)
  return writeChanges(client, wanted, () => ({ origin, batch_id }))
}

export function toRetired(site: SiteSnapshot, carrier_code: string | null, today: string): SiteDraft {
  const isOthers = (station: SiteSnapshot['stations'][number]) =>
    carrier_code !== null && station.carrier_code !== carrier_code && station.off_air_on === null
  if (!site.stations.some(isOthers)) return { ...site, status: 'retired' }
  const stations = site.stations.map((station) => {
    if (station.carrier_code !== carrier_code || station.off_air_on !== null) return station
    const on_air_on = station.on_air_on ?? today
    return { ...station, on_air_on, off_air_on: on_air_on > today ? on_air_on : today }
  })
  return { ...site, stations }
}
