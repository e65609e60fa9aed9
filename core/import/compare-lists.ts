/** What has a sender added, moved, changed, ended or silently dropped since its last list? By the two lists alone. */
import type { ImportDifference } from '../api/imports.ts'
import { toDistanceM } from '../gaps/nearest.ts'
import type { FieldChange } from './planned-row.ts'

export interface ListedRecord {
  readonly at: number
  readonly key: string
  readonly label: string
  readonly record_id: number | null
  readonly said: Readonly<Record<string, unknown>>
}

/** Less is the rounding of coordinates. */
const leastMove_m = 1

const placeFields: ReadonlySet<string> = new Set(['lng', 'lat'])

/** In the order of the new list, what it dropped at the end. */
export function compareLists(
  earlier: readonly ListedRecord[],
  now: readonly ListedRecord[],
): ImportDifference[] {
  const before = new Map(earlier.map((record) => [record.key, record]))
  const listed = new Set(now.map(({ key }) => key))
  const found = now.flatMap((record) => {
    const was = before.get(record.key)
    const difference = was === undefined ? toAdded(record) : toChanged(was, record)
    return difference ?? []
  })
  const dropped = earlier.filter(({ key, said }) => !listed.has(key) && !isEnded(said)).map(toDropped)
  return [...found, ...dropped]
}

function toAdded(record: ListedRecord): ImportDifference {
  return {
    ...toTold(record),
    kind: 'added',
    changes: [],
    moved_m: null,
    from: null,
    to: toPlace(record.said),
  }
}

function toDropped(record: ListedRecord): ImportDifference {
  return {
    ...toTold(record),
    at: 0,
    kind: 'dropped',
    changes: [],
    moved_m: null,
    from: toPlace(record.said),
    to: null,
  }
}

function toChanged(was: ListedRecord, record: ListedRecord): ImportDifference | null {
  const [from, to] = [toPlace(was.said), toPlace(record.said)]
  const metres = from === null || to === null ? 0 : toDistanceM(from, to)
  const moved_m = metres < leastMove_m ? null : Math.round(metres * 10) / 10
  const changes = listSaidChanges(was.said, record.said)
  const kind = toKind({ was, record, moved_m, changes })
  return kind === null ? null : { ...toTold(record), kind, changes: [...changes], moved_m, from, to }
}

interface Compared {
  readonly was: ListedRecord
  readonly record: ListedRecord
  readonly moved_m: number | null
  readonly changes: readonly FieldChange[]
}

function toKind({ was, record, moved_m, changes }: Compared): ImportDifference['kind'] | null {
  if (!isEnded(was.said) && isEnded(record.said)) return 'ended'
  if (isEnded(was.said) && !isEnded(record.said)) return 'returned'
  if (moved_m !== null) return 'moved'
  return changes.length > 0 ? 'changed' : null
}

/** A field that a list does not have says nothing. */
function listSaidChanges(was: ListedRecord['said'], now: ListedRecord['said']): FieldChange[] {
  return Object.keys(now)
    .filter((field) => !placeFields.has(field) && field in was)
    .filter((field) => JSON.stringify(was[field]) !== JSON.stringify(now[field]))
    .map((field) => ({ field, before: was[field], after: now[field] }))
}

function isEnded({ status, valid_to }: ListedRecord['said']): boolean {
  return status === 'retired' || typeof valid_to === 'string'
}

function toTold({ at, key, label, record_id }: ListedRecord) {
  return { at, key, label, record_id }
}

function toPlace({ lng, lat }: ListedRecord['said']): [number, number] | null {
  return typeof lng === 'number' && typeof lat === 'number' ? [lng, lat] : null
}
