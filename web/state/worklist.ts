/** What does an UBND still have to confirm of its villages, and what was last said of each? */
import { create } from 'zustand'
import type { AuditRecord } from '../../core/api/audit.ts'
import type { VillageServices } from '../../core/api/coverage.ts'
import type { ProposalRecord } from '../../core/api/proposals.ts'
import { bases, type Basis } from '../../core/coverage/states.ts'
import { isInUnits, type Actor } from '../../core/permissions.ts'
import { compareNames, toSearchText } from '../../core/text.ts'
import type { VillageFeature } from './units.ts'

export const missingThings = ['confirmation', 'households', 'population', 'power', 'service'] as const
export type MissingThing = (typeof missingThings)[number]

export interface LatestStatement {
  /** ISO date. */
  readonly observed_on: string
  readonly basis: Basis
  readonly carrier_code: string
}

export interface WorkItem {
  readonly village: VillageFeature
  readonly missing: readonly MissingThing[]
  /** When somebody last changed its record here; null: nobody has. */
  readonly confirmed_at: string | null
  /** Reports of this account that the Sở has not looked at yet. */
  readonly pending: number
  readonly latest: LatestStatement | null
}

export interface Known {
  readonly villages: readonly VillageFeature[]
  readonly statements: VillageServices
  /** Of villages, the latest first. */
  readonly entries: readonly Pick<AuditRecord, 'noun_id' | 'at' | 'action'>[]
  readonly proposals: readonly Pick<ProposalRecord, 'noun' | 'record_id' | 'state'>[]
}

/** Those with the most to do first, then by name. */
export function listWork(actor: Pick<Actor, 'units'>, known: Known): WorkItem[] {
  const own = known.villages.filter(({ properties }) => isInUnits(actor, properties))
  const confirmed = new Map(
    known.entries
      .filter(({ action }) => confirming.has(action))
      .toReversed()
      .map(({ noun_id, at }) => [Number(noun_id), at]),
  )
  const latest = findLatestStatements(known.statements)
  const items = own.map((village): WorkItem => {
    const confirmed_at = confirmed.get(village.id) ?? null
    return {
      village,
      confirmed_at,
      missing: listMissing(village, confirmed_at),
      pending: known.proposals.filter(
        ({ noun, record_id, state }) =>
          noun === 'village_services' && record_id === village.id && state === 'pending',
      ).length,
      latest: latest.get(village.id) ?? null,
    }
  })
  return items.sort(
    (a, b) =>
      b.missing.length - a.missing.length ||
      compareNames(a.village.properties.name, b.village.properties.name),
  )
}

/** Entries that say how a village is; a merge only says that it is. */
const confirming: ReadonlySet<string> = new Set(['create', 'update', 'move', 'restore'])

function listMissing({ properties }: VillageFeature, confirmed_at: string | null): MissingThing[] {
  const isMissing: Readonly<Record<MissingThing, boolean>> = {
    confirmation: confirmed_at === null,
    households: properties.households === null,
    population: properties.population === null,
    power: properties.grid_power === null,
    service: properties.fibre === 'unknown' || properties.mobile === 'unknown',
  }
  return missingThings.filter((thing) => isMissing[thing])
}

function findLatestStatements(statements: VillageServices): Map<number, LatestStatement> {
  const { village, observed_on, basis, carrier, dates, carriers } = statements
  const latest = new Map<number, LatestStatement>()
  for (const [row, id] of village.entries()) {
    const day = dates[observed_on[row] ?? 0] ?? ''
    const before = latest.get(id)
    if (before !== undefined && before.observed_on > day) continue
    const name = statements.bases[basis[row] ?? 0]
    latest.set(id, {
      observed_on: day,
      basis: bases.find((known) => known === name) ?? 'predicted',
      carrier_code: carriers[carrier[row] ?? 0] ?? '',
    })
  }
  return latest
}

export const workFilters = ['to_do', 'done', 'all'] as const
export type WorkFilter = (typeof workFilters)[number]

export interface Worklist {
  readonly filter: WorkFilter
  readonly typed: string
  /** The village whose form was opened from the list: there one comes back to. */
  readonly opened_id: number | null
}

/** Kept while villages are opened from the list, one after the other. */
export const useWorklist = create<Worklist>()(() => ({ filter: 'to_do', typed: '', opened_id: null }))

export function filterWork(items: readonly WorkItem[], { filter, typed }: Worklist): WorkItem[] {
  const words = toSearchText(typed)
  return items.filter(
    ({ missing, village }) =>
      (filter === 'all' || (filter === 'done') === (missing.length === 0)) &&
      toSearchText(village.properties.name).includes(words),
  )
}
