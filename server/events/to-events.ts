/** Which events does a listener get of these changes? One for each noun, only of what the listener sees. */
import type { ChangeEvent } from '../../core/api/events.ts'
import type { Reader } from '../../core/rights/seen-site.ts'
import { toVisibleChange, type RecordedChange } from '../../core/rights/visible-change.ts'

/** More are looked at together. */
const mostIds = 50

/** @param changes null: more than is remembered */
export function toEvents(changes: readonly RecordedChange[] | null, reader: Reader): ChangeEvent[] {
  if (changes === null) return [{ noun: 'data_state', ids: [] }]
  const idsOf = new Map<string, Set<number | null>>()
  for (const change of changes) {
    const visible = toVisibleChange(change, reader)
    if (visible === null) continue
    const ids = idsOf.get(visible.noun) ?? new Set()
    idsOf.set(visible.noun, ids.add(visible.id))
  }
  return [...idsOf].map(([noun, ids]) => ({ noun, ids: ids.size > mostIds ? [] : toIds(ids) }))
}

/** One of which the id is not said makes all be looked at. */
function toIds(ids: ReadonlySet<number | null>): number[] {
  const known = [...ids].filter((id) => id !== null)
  return known.length === ids.size ? known : []
}
