/** Which statements does a row make: one, or one for each column of a service? */
import { services, type Service } from '../../coverage/states.ts'
import { toSearchText } from '../../text.ts'
import { toError, type Fault } from '../cell-problems.ts'
import { isBlank, toCellText } from '../cell-text.ts'
import { serviceWords } from '../fields/village-services.ts'
import type { DataRow } from '../header/list-data-rows.ts'
import type { RawCell } from '../raw-table.ts'
import { toFault, toReading, type Reading } from '../reading.ts'
import { hasWords, readWord } from '../values/read-words.ts'
import { findText, getCell, toPlace } from './columns.ts'
import type { Context, ReadRow } from './context.ts'
import { addFault, type Draft, type Place } from './draft.ts'
import { requireFields } from './read-fields.ts'
import { readVillage } from './read-village.ts'

interface Said {
  readonly service: Service
  readonly state: 'covered' | 'partial' | 'not_covered'
  readonly households_share: number | null
}

export function readStatements(row: DataRow, draft: Draft, context: Context): readonly ReadRow[] {
  const asked = { codeField: 'village_code', nameField: 'village', expect: 'known' } as const
  const { village, name, code, state } = readVillage(row, draft, { context, asked })
  if (village !== null) draft.values['village_code'] = village.code
  if (name === null && code === null) requireFields(['village_code'], draft, context)
  requireFields(['carrier_code', 'basis', 'observed_on'], draft, context)
  const said =
    context.columns.of('services').length > 0 ? readWide(row, draft, context) : readLong(row, draft, context)
  const written = [code?.text ?? village?.code ?? '', village?.name ?? name?.text ?? '']
    .filter((text) => text !== '')
    .join(' ')
  // A row with a fault or a question is shown once, not once for each of its services.
  const isWhole = state === 'found' && !draft.problems.some(({ level }) => level === 'error')
  if (said.length === 0) return isWhole ? [] : [{ draft, label: written, key: null }]
  const kept = isWhole || draft.questions.length > 0 ? said : said.slice(0, 1)
  return kept.map((one) => toStatement(one, { draft, label: written }))
}

function toStatement(
  { service, state, households_share }: Said,
  { draft, label }: { readonly draft: Draft; readonly label: string },
): ReadRow {
  const values = {
    ...draft.values,
    service,
    state,
    ...(households_share === null ? {} : { households_share }),
  }
  const place = ['village_code', 'carrier_code', 'basis', 'observed_on'].map((field) => draft.values[field])
  const key = place.every((part) => typeof part === 'string') ? [...place, service].join('|') : null
  return { draft: { ...draft, values }, label: `${label} · ${service}`, key }
}

function readLong(row: DataRow, draft: Draft, { columns }: Context): Said[] {
  const service = findText(columns, 'service', row)
  const state = findText(columns, 'state', row)
  const share = findText(columns, 'households_share', row)
  for (const [field, found] of Object.entries({ service, state })) {
    if (found === null) requireMissing(field, draft, columns.of(field)[0]?.column ?? null)
  }
  if (service === null || state === null) return []
  const named = note(draft, readWord(toSearchText(service.text), serviceWords), service.place)
  const said = note(draft, readState(state.place.cell), state.place)
  const given = share === null ? null : note(draft, readShare(share.place.cell), share.place)
  if (named === null || said === null || !isService(named)) return []
  if (given !== null && said.state !== 'partial') {
    addFault(draft, toError('share_without_partial'), share?.place ?? state.place)
  }
  return [{ service: named, ...said, households_share: given ?? said.households_share }]
}

function requireMissing(field: string, draft: Draft, column: number | null): void {
  addFault(draft, toError('value_missing', { field }), { column, field, cell: null })
}

/** An empty cell says nothing of the service; a record is made of what is said alone. */
function readWide(row: DataRow, draft: Draft, { columns }: Context): Said[] {
  const found: Said[] = []
  for (const column of columns.of('services')) {
    const cell = getCell(column, row)
    if (cell === null || typeof cell === 'object' || isBlank(toCellText(cell))) continue
    const service = services.find((one) => one === findService(column.folded))
    const said = note(draft, readState(cell), toPlace(column, row))
    if (said === null) continue
    if (service === undefined)
      addFault(draft, toError('word_unknown', { expected: services.join(', ') }), toPlace(column, row))
    else found.push({ service, ...said })
  }
  return found
}

export function findService(folded: string): string | undefined {
  return serviceWords.find((words) => words.some((word) => hasWords(folded, word)))?.[0]
}

function isService(text: string): text is Service {
  return (services as readonly string[]).includes(text)
}

function note<T>(draft: Draft, { value, faults }: Reading<T>, place: Place): T | null {
  for (const fault of faults) addFault(draft, fault, place)
  return value
}

const expected = 'có, không, một phần, 60 %'
const covered =
  /^(?:covered|x|v|co|co song|da co|1|yes|y|true|da phu song|phu song|tot|day du|duoc phu song|toan bo|da phu)$/
const notCovered =
  /^(?:not covered|khong|k|0|no|n|false|chua|chua co|khong co|khong phu song|chua phu song|khong song|trang song|lom song|chua duoc phu song)\b/
const partial = /^(?:partial|mot phan|chap chon|yeu|song yeu|phap phu)\b/

/** A word, a mark, or a share of the households: `60 %` is partial, 100 % is covered. */
export function readState(cell: RawCell): Reading<Omit<Said, 'service'>> {
  const text = toCellText(cell)
  const folded = toSearchText(text)
  const share = typeof cell === 'number' || text.includes('%') ? readShare(cell) : null
  if (share?.value !== null && share?.value !== undefined) return toReading(fromShare(share.value))
  if (/^[✓✔☑√]$/u.test(text) || covered.test(folded))
    return toReading({ state: 'covered', households_share: null })
  if (notCovered.test(folded)) return toReading({ state: 'not_covered', households_share: null })
  if (partial.test(folded)) return toReading({ state: 'partial', households_share: null })
  if (/^(?:co|da)\b/.test(folded)) return toReading({ state: 'covered', households_share: null })
  return toFault(toUnknownState())
}

function toUnknownState(): Fault {
  return toError('word_unknown', { expected })
}

function fromShare(share: number): Omit<Said, 'service'> {
  if (share >= 1) return { state: 'covered', households_share: null }
  if (share <= 0) return { state: 'not_covered', households_share: null }
  return { state: 'partial', households_share: share }
}

/** `0.4`, `0,4`, `40%`. */
function readShare(cell: RawCell): Reading<number> {
  const text = toCellText(cell)
  const [, digits, percent] = /^(\d+(?:[.,]\d+)?)\s*(%?)$/.exec(text) ?? []
  if (digits === undefined) return toFault(toError('number_invalid'))
  const value = Number(digits.replace(',', '.')) / (percent === '%' ? 100 : 1)
  return value <= 1 ? toReading(value) : toFault(toError('number_out_of_range', { least: 0, most: 1 }))
}
