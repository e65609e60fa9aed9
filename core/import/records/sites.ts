/** Which site, and which stations on it, does a row of a list speak of? */
import type { PowerSource, Technology } from '../../inventory/sites.ts'
import { toSearchText } from '../../text.ts'
import { toError, toWarning } from '../cell-problems.ts'
import { isBlank, toCellText } from '../cell-text.ts'
import type { DataRow } from '../header/list-data-rows.ts'
import type { RawCell } from '../raw-table.ts'
import type { ReadStation, Scalar } from '../read-record.ts'
import { readDay } from '../values/read-day.ts'
import { listTechnologies } from '../values/list-technologies.ts'
import { hasWords, readYesNo } from '../values/read-words.ts'
import { readBandsOf } from './bands.ts'
import { findText, getCell, toPlace, type FieldColumn } from './columns.ts'
import type { Context, ReadRow } from './context.ts'
import { addFault, type Draft, type Value } from './draft.ts'
import { requireFields } from './read-fields.ts'
import { readPlace } from './read-place.ts'
import { readUnit, setUnit } from './read-unit.ts'

export function readSite(row: DataRow, draft: Draft, context: Context): readonly ReadRow[] {
  const unit = readUnit(row, draft, context)
  setUnit(draft, unit)
  readPlace(row, draft, { context, near: unit.unit?.label ?? null })
  readPower(row, draft, context)
  readEnd(row, draft, context)
  readStations(row, draft, context)
  requireFields(['code'], draft, context)
  const code = toText(draft.values['code'])
  const label = [code, toText(draft.values['name'])].filter((text) => text !== '').join(' ')
  return [{ draft, label, key: code === '' ? null : code.toLocaleUpperCase('vi') }]
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** `điện lưới + máy nổ dự phòng` says two things; the standby generator may have a column of its own as well. */
function readPower(row: DataRow, draft: Draft, { columns }: Context): void {
  const found = findText(columns, 'power_source', row)
  if (found === null) return
  draft.said.add('power_source')
  const { source, backup } = toPower(found.text)
  if (source === null) {
    return addFault(
      draft,
      toError('word_unknown', { expected: 'điện lưới, máy nổ, năng lượng mặt trời' }),
      found.place,
    )
  }
  draft.values['power_source'] = source
  if (backup === 'named' && draft.values['has_backup_generator'] === undefined)
    draft.values['has_backup_generator'] = true
}

interface Power {
  readonly source: PowerSource | null
  readonly backup: 'named' | 'unnamed'
}

const powers = new Map<string, Power>()

function toPower(given: string): Power {
  const known = powers.get(given)
  if (known !== undefined) return known
  const text = toSearchText(given)
  const has = (...words: readonly string[]) => words.some((word) => hasWords(text, word))
  const hasNone = /\b(?:khong|chua) (?:co )?may\b/.test(text)
  const hasGenerator = has('may no', 'may phat', 'may phat dien', 'generator') && !hasNone
  const isGrid = has('luoi', 'dien luoi', 'evn', 'grid', 'dien luc', 'ac')
  const isSolar = has('mat troi', 'solar', 'pin', 'nlmt')
  const source = isGrid ? 'grid' : isSolar ? 'solar' : hasGenerator ? 'generator' : null
  const power: Power = { source, backup: hasGenerator && source !== 'generator' ? 'named' : 'unnamed' }
  if (powers.size > 1000) powers.clear()
  powers.set(given, power)
  return power
}

/** A day, or only that it has ended. */
function readEnd(row: DataRow, draft: Draft, { columns }: Context): void {
  const found = findText(columns, 'off_air_on', row)
  if (found === null) return
  draft.said.add('off_air_on')
  const ended = readYesNo(found.text, toSearchText(found.text))
  if (ended.value !== null) {
    if (ended.value) draft.values['status'] = 'retired'
    return
  }
  const day = readDay(found.place.cell, { order: 'day_first', latest: null })
  for (const fault of day.faults) addFault(draft, fault, found.place)
  if (day.value !== null) draft.values['off_air_on'] = day.value
}

const stationFields: ReadonlySet<string> = new Set([
  'off_air_on',
  'power_w',
  'coverage_radius_m',
  'certificate_no',
  'certificate_issued_on',
  'certificate_expires_on',
])

/** What a row says of technologies holds for the carrier of the row. */
function readStations(row: DataRow, draft: Draft, context: Context): void {
  const technologies = readTechnologies(row, draft, context)
  const bands = readBandsOf(row, draft, { context, technologies: new Set(technologies.keys()) })
  const { carrier_code: carrier, on_air_on = null, ...others } = draft.values
  const site: Record<string, Value> = {}
  const shared: Record<string, Scalar> = {}
  for (const [field, value] of Object.entries(others)) {
    if (stationFields.has(field)) shared[field] = value as Scalar
    else site[field] = value
  }
  draft.values = site
  if (technologies.size === 0) {
    if (typeof carrier === 'string' && !draft.said.has('technologies'))
      warnWithoutTechnology(row, draft, context)
    return
  }
  requireFields(['carrier_code'], draft, context)
  if (typeof carrier !== 'string') return
  site['stations'] = [...technologies].map(([technology, day]): ReadStation => {
    const since = day ?? (on_air_on as Scalar)
    const bands_mhz = bands.get(technology)
    return {
      carrier_code: carrier,
      technology,
      ...(bands_mhz === undefined ? {} : { bands_mhz }),
      ...(since === null ? {} : { on_air_on: since }),
      ...shared,
    }
  })
}

function warnWithoutTechnology(row: DataRow, draft: Draft, { columns }: Context): void {
  const place = columns.of('carrier_code')[0]
  const where =
    place === undefined ? { column: null, field: 'technologies', cell: null } : toPlace(place, row)
  addFault(draft, toWarning('technology_missing'), where)
}

/** Technologies, and since when where the cell says a day. */
function readTechnologies(row: DataRow, draft: Draft, { columns }: Context): Map<string, string | null> {
  const found = new Map<string, string | null>()
  for (const column of columns.of('technologies')) {
    const cell = getCell(column, row)
    if (cell === null || typeof cell === 'object' || isBlank(toCellText(cell))) continue
    draft.said.add('technologies')
    const read = readRemembered(column, cell)
    if (read === null)
      addFault(draft, toError('word_unknown', { expected: toExpected(column) }), toPlace(column, row))
    else for (const [technology, day] of read) found.set(technology, day)
  }
  return found
}

const remembered = new WeakMap<FieldColumn, Map<RawCell, Found | null>>()

function readRemembered(column: FieldColumn, cell: RawCell): Found | null {
  const known = remembered.get(column) ?? new Map<RawCell, Found | null>()
  remembered.set(column, known)
  const found = known.get(cell)
  if (found !== undefined) return found
  const titled = listTechnologies(column.folded)
  const [only] = titled
  const read = only !== undefined && titled.length === 1 ? readMark(cell, only) : readList(cell)
  known.set(cell, read)
  return read
}

function toExpected({ folded }: FieldColumn): string {
  return listTechnologies(folded).length === 1 ? 'x, có, không, 30/6/2021' : '2G, 3G, 4G, 5G'
}

type Found = readonly (readonly [technology: string, day: string | null])[]

/** In a column of one technology: a mark, a count, the day since when, or its own name. */
function readMark(cell: RawCell, technology: Technology): Found | null {
  const text = toCellText(cell)
  const folded = toSearchText(text)
  const mark = readYesNo(text, folded)
  if (mark.value !== null) return mark.value ? [[technology, null]] : []
  if (typeof cell === 'number' && cell > 0 && cell < 1000) return [[technology, null]]
  const day = readDay(cell, { order: 'day_first', latest: null }).value
  if (day !== null) return [[technology, day]]
  return listTechnologies(folded).includes(technology) ? [[technology, null]] : null
}

function readList(cell: RawCell): Found | null {
  const folded = toSearchText(toCellText(cell))
  if (/^(?:khong|chua)\b/.test(folded)) return []
  const found = listTechnologies(folded)
  return found.length === 0 ? null : found.map((technology) => [technology, null])
}
