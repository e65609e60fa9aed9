/** How does the address say which list is open behind a share, and how it is put? */
import { fromRuleText, toRuleText } from '../../../core/gaps/rank.ts'
import {
  fixedColumns,
  groupings,
  isCarrierColumn,
  listedStates,
  openingList,
  type ListColumn,
  type ListScope,
  type ListSort,
  type ListView,
} from '../list-view.ts'
import { readChoice, type AddressPart, type AddressReading } from './address-part.ts'

export const listPart: AddressPart = {
  keys: ['list', 'states', 'rank', 'group', 'columns', 'sort', 'meaning'],
  write: ({ page, list }, add) => {
    // Of a list that is closed nothing is seen, so a link does not speak of it.
    if (page !== 'gaps') return
    add('list', toScopeText(list.scope), toScopeText(openingList.scope))
    add('states', list.states.join(','), openingList.states.join(','))
    add('rank', toRuleText(list.rule), toRuleText(openingList.rule))
    add('group', list.grouping, openingList.grouping)
    add('columns', list.columns.join(',') || 'none', openingList.columns.join(','))
    add('sort', list.sort === null ? null : `${list.sort.column}:${list.sort.direction}`)
    add('meaning', list.meaning, openingList.meaning)
  },
  read: (reading) => ({ list: readList(reading) }),
}

function readList(reading: AddressReading): ListView {
  const read = <T>(key: string, fromText: (text: string) => T | null, opening: T): T => {
    const text = reading.given(key)
    if (text === undefined) return opening
    const value = fromText(text)
    if (value === null) reading.ignore({ key, value: text, reason: 'unknown_value' })
    return value ?? opening
  }
  return {
    scope: read('list', fromScopeText, openingList.scope),
    states: read('states', fromStatesText, openingList.states),
    rule: read('rank', fromRuleText, openingList.rule),
    grouping: readChoice(reading, 'group', groupings) ?? openingList.grouping,
    columns: read('columns', fromColumnsText, openingList.columns),
    sort: read<ListSort | null>('sort', fromSortText, null),
    meaning: readChoice(reading, 'meaning', ['open', 'closed'] as const) ?? openingList.meaning,
  }
}

function toScopeText(scope: ListScope): string {
  switch (scope.type) {
    case 'province':
      return 'province'
    case 'unit':
      return `unit:${scope.code}`
    default:
      return `${scope.type}:${scope.from}`
  }
}

const unitText = /^unit:(\d{2,5})$/
const classText = /^(share|remaining):(\d{1,3}(?:\.\d{1,2})?)$/

function fromScopeText(text: string): ListScope | null {
  if (text === 'province') return { type: 'province' }
  const code = unitText.exec(text)?.[1]
  if (code !== undefined) return { type: 'unit', code }
  const match = classText.exec(text)
  return match === null ? null : { type: match[1] as 'share', from: Number(match[2]) }
}

function fromStatesText(text: string): ListView['states'] | null {
  const names = text.split(',')
  const states = listedStates.filter((state) => names.includes(state))
  return states.length === new Set(names).size ? states : null
}

function toColumn(name: string): ListColumn | null {
  if (isCarrierColumn(name)) return /^site-[a-z0-9-]{1,40}$/.test(name) ? name : null
  return fixedColumns.find((column) => column === name) ?? null
}

function fromColumnsText(text: string): ListView['columns'] | null {
  if (text === 'none') return []
  const columns = [...new Set(text.split(','))].map(toColumn)
  const known = columns.filter((column) => column !== null)
  return known.length === columns.length ? known : null
}

function fromSortText(text: string): ListSort | null {
  const [name = '', direction] = text.split(':')
  const column = name === 'name' ? name : toColumn(name)
  if (column === null || (direction !== 'asc' && direction !== 'desc')) return null
  return { column, direction }
}
