/** Who is told of a change? Whoever sees something else than before; nobody learns from an event what no answer would tell. */
import { toldChallengeStates } from '../challenges/lifecycle.ts'
import type { SiteSnapshot } from '../inventory/site-snapshot.ts'
import { toSeenSite, type Reader } from './seen-site.ts'

/** As the audit log keeps it. */
export interface RecordedChange {
  readonly noun: string
  readonly noun_id: string | null
  readonly actor_id: number | null
  readonly carrier_code: string | null
  readonly restricted: boolean
  readonly before: unknown
  readonly after: unknown
  /** Where it lies: `commune:03127`. */
  readonly units?: readonly string[]
}

export interface VisibleChange {
  readonly noun: string
  /** Null: look at all of them again. */
  readonly id: number | null
}

/** Null where the reader sees no difference. */
export function toVisibleChange(change: RecordedChange, reader: Reader): VisibleChange | null {
  switch (change.noun) {
    case 'sites':
      return toSiteChange(change, reader)
    case 'villages':
    case 'village_services':
    case 'facilities':
    case 'cable_routes':
    case 'speed_results':
    case 'indicator_values':
    case 'admin_units':
    case 'carriers':
      return { noun: change.noun, id: toId(change) }
    case 'proposals':
      return isToldOfProposal(change, reader) ? { noun: 'proposals', id: toId(change) } : null
    case 'challenges':
      return toChallengeChange(change, reader)
    case 'assignments':
    case 'due_papers':
      return toOwnChange(change, reader)
    case 'imports':
      return isToldOfImport(change, reader) ? { noun: 'imports', id: toId(change) } : null
    case 'alerts':
      return isToldOfAlerts(change, reader) ? { noun: 'alerts', id: null } : null
    // What is told to visitors too.
    case 'legal_acts':
      return { noun: 'legal_acts', id: toId(change) }
    // Many at once: a load, a restored backup, the end of the sample.
    case 'data_state':
      return { noun: 'data_state', id: null }
    default:
      return null
  }
}

function toSiteChange(change: RecordedChange, reader: Reader): VisibleChange | null {
  const [before, after] = [change.before, change.after].map((site) =>
    site === null || site === undefined
      ? { site: null, counted: null }
      : toSeenSite(site as SiteSnapshot, reader),
  )
  if (!isSame(before?.site, after?.site)) return { noun: 'sites', id: toId(change) }
  // Of a site that the reader is not told of only the number changes: which one it was, is not said.
  if (!isSame(before?.counted, after?.counted)) return { noun: 'sites', id: null }
  return null
}

/** A list is between whoever sent it and the Sở. */
function isToldOfImport({ carrier_code }: RecordedChange, { actor }: Reader): boolean {
  if (actor.role === 'staff' || actor.role === 'admin') return true
  return actor.role === 'carrier' && carrier_code === actor.carrier_code
}

/** A new act is everybody’s; how far a row or a paper is, its carrier’s, its UBND’s, the planners’ and the Sở’s. */
function toOwnChange(change: RecordedChange, { actor }: Reader): VisibleChange | null {
  const told = { noun: change.noun, id: toId(change) }
  if (change.noun_id === null && change.noun === 'assignments') return told
  switch (actor.role) {
    case 'viewer':
    case 'staff':
    case 'admin':
      return told
    case 'carrier':
      return change.carrier_code === actor.carrier_code ? told : null
    case 'local':
      return actor.units.some(({ unit_set, code }) => change.units?.includes(`${unit_set}:${code}`) === true)
        ? told
        : null
    default:
      return null
  }
}

/** A carrier hears of a challenge when the Sở has sent it on, and of none before. */
function toChallengeChange(change: RecordedChange, reader: Reader): VisibleChange | null {
  const state = (change.after as { readonly state?: unknown } | null)?.state
  const isTold = reader.actor.role !== 'carrier' || toldChallengeStates.some((told) => told === state)
  return isTold ? toOwnChange(change, reader) : null
}

function isToldOfProposal(change: RecordedChange, { actor }: Reader): boolean {
  if (actor.role === 'staff' || actor.role === 'admin') return true
  if (actor.role === 'carrier') return !change.restricted && change.carrier_code === actor.carrier_code
  return actor.role === 'local' && actor.user_id !== null && toProposer(change) === actor.user_id
}

/** Whose alerts they are, the entry names; nobody else hears that there are any. */
function isToldOfAlerts({ after }: RecordedChange, { actor }: Reader): boolean {
  const user_ids = (after as { readonly user_ids?: unknown } | null)?.user_ids
  return actor.user_id !== null && Array.isArray(user_ids) && user_ids.includes(actor.user_id)
}

/** Noted when it is decided; otherwise whoever wrote it. */
function toProposer({ after, actor_id }: RecordedChange): number | null {
  const proposed_by = (after as { readonly proposed_by?: unknown } | null)?.proposed_by
  return typeof proposed_by === 'number' ? proposed_by : actor_id
}

function toId({ noun_id }: RecordedChange): number | null {
  return noun_id !== null && /^\d{1,9}$/.test(noun_id) ? Number(noun_id) : null
}

function isSame(one: unknown, other: unknown): boolean {
  return toOrdered(one) === toOrdered(other)
}

/** The order in which a record names its fields says nothing. */
function toOrdered(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
