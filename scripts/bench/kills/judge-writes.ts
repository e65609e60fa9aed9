/** Is everything there that was acknowledged, and nothing by half? */
import { isDeepStrictEqual } from 'node:util'
import type { Acknowledged, Attempt } from './attempts.ts'
import type { Kept, KeptEntry, KeptSiteRow } from '../../../server/db/kept-records.ts'

export interface Verdict {
  readonly acknowledged: number
  readonly refused: number
  /** Nobody was told, and all of it is there. */
  readonly unansweredWhole: number
  /** Nobody was told, and nothing of it is there. */
  readonly unansweredAbsent: number
  /** What was acknowledged and is not there as it was said; in words. */
  readonly lost: readonly string[]
  /** A row without its entry, an entry without its row, a record of which a part is missing; in words. */
  readonly half: readonly string[]
}

interface Judged {
  /** As it was before the first attempt. */
  readonly start: Kept
  readonly found: Kept
  readonly attempts: readonly Attempt[]
}

export function judgeWrites({ start, found, attempts }: Judged): Verdict {
  const known = new Set(start.entries.map(({ id }) => id))
  const entries = found.entries.filter(({ id }) => !known.has(id))
  const unanswered = attempts.filter(({ outcome }) => outcome === 'unanswered')
  const there = unanswered.filter((attempt) => listEntriesOf(attempt, entries).length > 0)
  return {
    acknowledged: attempts.filter(({ outcome }) => typeof outcome === 'object').length,
    refused: attempts.filter(({ outcome }) => outcome === 'refused').length,
    unansweredWhole: there.length,
    unansweredAbsent: unanswered.length - there.length,
    lost: attempts.flatMap((attempt) => listLosses(attempt, { start, entries })),
    half: [
      ...listBrokenHistories(start, found, entries),
      ...listBrokenStatements(start, found, entries),
      ...listStrayEntries(attempts, entries),
    ],
  }
}

interface History {
  readonly start: Kept
  readonly entries: readonly KeptEntry[]
}

function listLosses(attempt: Attempt, { start, entries }: History): string[] {
  const { marker, outcome } = attempt
  const [entry] = listEntriesOf(attempt, entries)
  if (typeof outcome === 'string') return []
  if (entry === undefined) return [`${marker}: acknowledged, and no entry tells of it`]
  const told = toAcknowledged(entry, { start, entries })
  const isAsSaid = isDeepStrictEqual(told, { ...outcome, version: outcome.version ?? told.version })
  return [
    ...(isAsSaid
      ? []
      : [`${marker}: acknowledged as ${JSON.stringify(outcome)}, found as ${JSON.stringify(told)}`]),
    ...(isWhatWasAsked(attempt, entry.after)
      ? []
      : [`${marker}: the entry ${entry.id} tells something else`]),
  ]
}

/** The version is counted: that of the start and one for each entry since. */
function toAcknowledged({ id, noun, noun_id }: KeptEntry, { start, entries }: History): Acknowledged {
  if (noun !== 'sites') return { id: Number(noun_id), entry_id: id, version: null }
  const until = entries.filter((entry) => entry.noun_id === noun_id && entry.noun === noun && entry.id <= id)
  const before = start.sites.find((site) => String(site.id) === noun_id)?.version ?? 0
  return { id: Number(noun_id), entry_id: id, version: before + until.length }
}

function isWhatWasAsked(attempt: Attempt, after: KeptEntry['after']): boolean {
  if (attempt.noun === 'village_services') return after['village_id'] === attempt.village_id
  const stations = after['stations'] as readonly { readonly certificate_no: string | null }[]
  const isMarked = stations.some(({ certificate_no }) => certificate_no === attempt.marker)
  return after['lng'] === attempt.lng && after['lat'] === attempt.lat && isMarked
}

function listEntriesOf({ noun, marker }: Attempt, entries: readonly KeptEntry[]): KeptEntry[] {
  return entries.filter((entry) => entry.noun === noun && entry.after['note'] === marker)
}

/** Every site is what its last entry says, every entry begins where the one before it ended, and the version counts them. */
function listBrokenHistories(start: Kept, found: Kept, entries: readonly KeptEntry[]): string[] {
  const toKey = ({ id }: KeptSiteRow) => String(id)
  const startOf = new Map(start.sites.map((site) => [toKey(site), site]))
  const foundOf = new Map(found.sites.map((site) => [toKey(site), site]))
  const ofSites = entries.filter(({ noun }) => noun === 'sites')
  const ids = new Set([...startOf.keys(), ...foundOf.keys(), ...ofSites.map(({ noun_id }) => noun_id)])
  return [...ids].flatMap((id) => {
    const [first, last] = [startOf.get(id), foundOf.get(id)]
    const own = ofSites.filter(({ noun_id }) => noun_id === id)
    const version = (first?.version ?? 0) + own.length
    const breaks = own.filter((entry, n) => {
      const before = n === 0 ? (first?.site ?? null) : own[n - 1]?.after
      return !isDeepStrictEqual(entry.before, before)
    })
    if (last === undefined) return [`site ${id}: an entry tells of it, and it is not there`]
    return [
      ...breaks.map((entry) => `site ${id}: entry ${entry.id} does not begin where the one before it ended`),
      ...(last.version === version ? [] : [`site ${id}: version ${last.version}, counted ${version}`]),
      ...(isDeepStrictEqual(own.at(-1)?.after ?? first?.site, last.site)
        ? []
        : [`site ${id}: is not what its last entry says`]),
    ]
  })
}

function listBrokenStatements(start: Kept, found: Kept, entries: readonly KeptEntry[]): string[] {
  const known = new Set(start.statements.map(({ id }) => id))
  const rows = new Map(
    found.statements.filter(({ id }) => !known.has(id)).map((row) => [String(row.id), row]),
  )
  const told = new Map(
    entries.filter(({ noun }) => noun === 'village_services').map((entry) => [entry.noun_id, entry.after]),
  )
  const gone = [...known].filter((id) => !found.statements.some((row) => row.id === id))
  return [
    ...gone.map((id) => `statement ${id}: was there before and is not any more`),
    ...[...new Set([...rows.keys(), ...told.keys()])].flatMap((id) => {
      const [row, entry] = [rows.get(id), told.get(id)]
      if (entry === undefined) return [`statement ${id}: no entry tells of it`]
      if (row === undefined) return [`statement ${id}: an entry tells of it, and it is not there`]
      const isSame = row.note === entry['note'] && row.village_id === entry['village_id']
      return isSame ? [] : [`statement ${id}: is not what its entry says`]
    }),
  ]
}

/** One entry for each change that was asked for, and none for what was refused. */
function listStrayEntries(attempts: readonly Attempt[], entries: readonly KeptEntry[]): string[] {
  const asked = new Set(attempts.map(({ marker }) => marker))
  return [
    ...attempts.flatMap((attempt) => {
      const count = listEntriesOf(attempt, entries).length
      if (count > 0 && attempt.outcome === 'refused') return [`${attempt.marker}: refused, and yet written`]
      return count > 1 ? [`${attempt.marker}: written ${count} times`] : []
    }),
    ...entries
      .filter(({ after }) => !asked.has(String(after['note'])))
      .map(({ id }) => `entry ${id}: nobody asked for it`),
  ]
}
