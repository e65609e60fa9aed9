/** How does the address say which assigned villages are listed, and which one is opened? */
import { assignedFilters, openingAssigned, type AssignedFilter, type AssignedView } from '../assigned-view.ts'
import type { AddressPart, AddressReading } from './address-part.ts'

/** Apart from the keys of the question: `carrier` is the one that it asks about. */
export const assignedKeys: Readonly<Record<AssignedFilter, string>> = {
  act: 'act',
  carrier: 'assigned_to',
  district: 'in_district',
  state: 'progress',
  blocker: 'blocked_by',
  urgency: 'urgency',
}
const openedKey = 'assignment'

/** Which codes there are, the page knows when its list has come: it says then what means nothing. */
const code = /^[a-z0-9_-]{1,60}$/
const number = /^[1-9]\d{0,8}$/

export const assignedPart: AddressPart = {
  keys: [...Object.values(assignedKeys), openedKey],
  write: ({ page, assigned }, add) => {
    // Of a page that is closed nothing is seen, so a link does not speak of it.
    if (page !== 'assigned') return
    for (const filter of assignedFilters) add(assignedKeys[filter], assigned[filter])
    add(openedKey, assigned.opened_id === null ? null : String(assigned.opened_id))
  },
  read: (reading) => ({ assigned: readAssigned(reading) }),
}

function readAssigned(reading: AddressReading): AssignedView {
  const opened = readText(reading, openedKey, number)
  const filters = assignedFilters.map((filter) => [filter, readText(reading, assignedKeys[filter], code)])
  return {
    ...openingAssigned,
    ...(Object.fromEntries(filters) as Record<AssignedFilter, string | null>),
    opened_id: opened === null ? null : Number(opened),
  }
}

function readText({ given, ignore }: AddressReading, key: string, pattern: RegExp): string | null {
  const text = given(key)
  if (text === undefined) return null
  if (pattern.test(text)) return text
  ignore({ key, value: text, reason: 'unknown_value' })
  return null
}
