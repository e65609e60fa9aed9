/** How do rows of a list become villages, and how is that taken back? */
import { Compile } from 'typebox/compile'
import { fromDayNumber, toDayNumber } from '../../../core/dates.ts'
import { compareVillage } from '../../../core/import/compare-village.ts'
import { toUncomparable } from '../../../core/import/planned-row.ts'
import { findRepeated } from '../../../core/import/repeated.ts'
import { listChangedVillageFields, type VillageSnapshot } from '../../../core/inventory/village-edit.ts'
import { villageChanges, type VillageChanges } from '../../../core/inventory/village-fields.ts'
import { toSearchText } from '../../../core/text.ts'
import type { AuditEntry } from '../change.ts'
import type { Client, Row } from '../database.ts'
import type { ChangeOrigin } from '../site-entry.ts'
import { listKeptVillages, toVillageEntry } from '../village-snapshot.ts'
import { insertVillages, updateVillages } from '../write-village.ts'
import { inPortions } from '../portions.ts'
import { toFieldProblems } from './field-problems.ts'
import {
  collectKept,
  collectWritten,
  type BackQuestion,
  type BatchEntry,
  type CompareQuestion,
  type Comparer,
  type ImportTarget,
  type MissingQuestion,
  type MissingRecord,
  type RowPortions,
  type WriteOrigin,
} from './import-target.ts'
import { getPlaces } from './places.ts'

export const villageTarget: ImportTarget = {
  prepare,
  write,
  putBack,
  listMissing,
  retire,
}

const isVillage = Compile(villageChanges)

async function prepare(client: Client, question: CompareQuestion): Promise<Comparer<VillageSnapshot>> {
  const { records, purpose, said_before, today } = question
  const codes = records.flatMap(({ values }) => (typeof values['code'] === 'string' ? [values['code']] : []))
  const kept = await listAllKept(client, codes, purpose)
  const { locate, findUnits } = await getPlaces(client)
  const toFreeCode = await getFreeCodes(client)
  const repeated = findRepeated(records, ({ values, key }) =>
    typeof values['code'] === 'string' ? values['code'] : key,
  )
  return (record, place) => {
    const { values, key } = record
    const again = repeated.get(place)
    if (again !== undefined) return toUncomparable([again])
    return compareVillage(record, {
      before: kept.get(String(values['code'] ?? '')) ?? null,
      free_code: toFreeCode(String(values['commune_code'] ?? ''), String(values['name'] ?? '')),
      locate,
      findUnits,
      said_before: said_before.get(String(values['code'] ?? key)) ?? null,
      check: (changes: VillageChanges) => toFieldProblems(isVillage, changes),
      today,
    })
  }
}

function listAllKept(client: Client, codes: readonly string[], purpose: 'to read' | 'to write') {
  return collectKept(codes, {
    list: (portion) => listKeptVillages(client, portion, purpose),
    toKey: ({ village }) => village.code,
  })
}

/** From the commune and the name, so that the same list makes the same codes; a number where two would be alike. */
async function getFreeCodes(client: Client): Promise<(commune_code: string, name: string) => string> {
  const rows = await client.query<{ code: string }>(`select v.code from villages v`)
  const taken = new Set(rows.map(({ code }) => code))
  return (commune_code, name) => {
    const stem = [commune_code, ...toSearchText(name).split(' ')].filter((part) => part !== '').join('-')
    let code = stem.slice(0, 60)
    for (let number = 2; taken.has(code); number += 1) code = `${stem.slice(0, 56)}-${number}`
    taken.add(code)
    return code
  }
}

async function write(
  client: Client,
  rows: RowPortions,
  { batch_id, request_id, reason }: WriteOrigin,
): Promise<AuditEntry[]> {
  const written = await collectWritten<VillageSnapshot>(rows)
  const origin = { reason: reason ?? null, ...(request_id === undefined ? {} : { request_id }) }
  const entries: AuditEntry[] = []
  for (const portion of inPortions(written.filter(({ before }) => before === null))) {
    const made = await insertVillages(
      client,
      portion.map(({ after }) => after!),
    )
    entries.push(
      ...made.map(({ village }) =>
        toVillageEntry({ action: 'import', before: null, after: village, origin, batch_id }),
      ),
    )
  }
  const changed = written.flatMap(({ before, after }) => (before === null ? [] : [{ before, after: after! }]))
  return [
    ...entries,
    ...(await writeChanges(client, changed, () => ({ action: 'import', origin, batch_id }))),
  ]
}

interface VillageWrite {
  readonly before: VillageSnapshot
  readonly after: VillageSnapshot
}

async function writeChanges(
  client: Client,
  changes: readonly VillageWrite[],
  toKind: (village: VillageSnapshot) => {
    readonly action: string
    readonly origin: ChangeOrigin
    readonly batch_id?: string
  },
): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = []
  for (const portion of inPortions(changes)) {
    const made = await updateVillages(
      client,
      portion.map(({ after }) => after),
    )
    entries.push(
      ...made.map(({ village }, index) =>
        toVillageEntry({ ...toKind(village), before: portion[index]!.before, after: village }),
      ),
    )
  }
  return entries
}

/** What was created has then never been: it ended before it began, as everywhere. */
async function putBack(client: Client, entries: readonly BatchEntry[], { today, request_id }: BackQuestion) {
  const then = entries.map(({ id, before, after }) => ({
    id,
    before: before as VillageSnapshot | null,
    after: after as VillageSnapshot,
  }))
  const codes = then.map(({ after }) => after.code)
  const kept = await listAllKept(client, codes, 'to write')
  const changed_since: string[] = []
  const origins = new Map<number, ChangeOrigin>()
  const wanted: VillageWrite[] = []
  for (const { id, before, after } of then) {
    const now = kept.get(after.code)?.village
    if (now === undefined || !isSame(after, now)) {
      changed_since.push(`${after.code} ${after.name}`)
      continue
    }
    origins.set(now.id, { reverts_id: id, ...(request_id === undefined ? {} : { request_id }) })
    wanted.push({ before: now, after: before === null ? toNeverBeen(now, today) : { ...now, ...before } })
  }
  const toKind = (village: VillageSnapshot) => ({ action: 'restore', origin: origins.get(village.id)! })
  return { changed_since, entries: await writeChanges(client, wanted, toKind) }
}

function isSame(one: VillageSnapshot, other: VillageSnapshot): boolean {
  const dates = ['valid_from', 'valid_to'] as const
  return (
    listChangedVillageFields(one, other).length === 0 && dates.every((field) => one[field] === other[field])
  )
}

function toNeverBeen(village: VillageSnapshot, today: string): VillageSnapshot {
  const first = village.valid_from !== null && village.valid_from < today ? village.valid_from : today
  return {
    ...village,
    valid_from: village.valid_from ?? today,
    valid_to: fromDayNumber(toDayNumber(first) - 1),
  }
}

/** Villages of the last list of the same sender; without one nothing is known to be missing. */
async function listMissing(
  client: Client,
  { said_before, listed }: MissingQuestion,
): Promise<MissingRecord[]> {
  if (said_before === null) return []
  const rows = await client.query<MissingRow>(
    `
select v.id, v.code, v.name, st_x(v.geom) as lng, st_y(v.geom) as lat
from villages v
where v.code = any($1::text[])
  and v.valid_to is null
order by v.code`,
    [[...said_before]],
  )
  return rows
    .filter(({ code }) => !listed.has(code))
    .map(({ id, code, name, lng, lat }) => ({
      key: code,
      label: `${code} ${name}`,
      record_id: id,
      at: lng === null || lat === null ? null : ([lng, lat] as const),
    }))
}

interface MissingRow extends Row {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly lng: number | null
  readonly lat: number | null
}

async function retire(
  client: Client,
  missing: readonly MissingRecord[],
  { batch_id, request_id, today }: WriteOrigin & { readonly today: string },
): Promise<AuditEntry[]> {
  const codes = missing.map(({ key }) => key)
  const kept = await listAllKept(client, codes, 'to write')
  const changes = [...kept.values()].map(({ village }) => ({
    before: village,
    after: { ...village, valid_to: today },
  }))
  const origin = request_id === undefined ? {} : { request_id }
  return writeChanges(client, changes, () => ({ action: 'import', origin, batch_id }))
}
