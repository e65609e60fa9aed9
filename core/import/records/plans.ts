/** Which assignment, indicator figures or speed result does a row hold? */
import { toSearchText } from '../../text.ts'
import { toError, toWarning } from '../cell-problems.ts'
import { isBlank, toCellText } from '../cell-text.ts'
import type { DataRow } from '../header/list-data-rows.ts'
import { readDay } from '../values/read-day.ts'
import { readNumber } from '../values/read-number.ts'
import { findText, getCell, toPlace, type FieldColumn } from './columns.ts'
import type { Context, ReadRow } from './context.ts'
import { addFault, take, type Draft } from './draft.ts'
import { requireFields } from './read-fields.ts'
import { readUnit } from './read-unit.ts'
import { readVillage } from './read-village.ts'

/** What was printed is kept as printed, whatever it is understood to mean. */
export function readAssignment(row: DataRow, draft: Draft, context: Context): readonly ReadRow[] {
  const asked = { codeField: 'village_code', nameField: 'village', expect: 'known' } as const
  const { village, name } = readVillage(row, draft, { context, asked })
  const commune = findText(context.columns, 'commune', row)?.text ?? row.group.commune
  const district = findText(context.columns, 'district', row)?.text ?? row.group.district
  if (name !== null) draft.values['village_printed'] = name.text
  if (commune !== '') draft.values['commune_printed'] = commune
  if (district !== '') draft.values['district_printed'] = district
  if (village !== null) draft.values['village_code'] = village.code
  requireFields(['act_code', 'row_no', 'village', 'carrier_code', 'service'], draft, context)
  const { act_code, row_no } = draft.values
  const key = typeof act_code === 'string' && typeof row_no === 'number' ? `${act_code}|${row_no}` : null
  const label = [typeof row_no === 'number' ? String(row_no) : '', name?.text ?? '']
    .filter((text) => text !== '')
    .join(' ')
  return [{ draft, label, key }]
}

/** A column per year, or one value with its year beside it; what is not said to be a target was reached. */
export function readIndicator(row: DataRow, draft: Draft, context: Context): readonly ReadRow[] {
  requireFields(['indicator_code'], draft, context)
  const columns = context.columns.of('value')
  const figures = columns.flatMap((column): ReadRow[] => {
    const cell = getCell(column, row)
    if (cell === null || typeof cell === 'object' || isBlank(toCellText(cell))) return []
    const value = take(draft, readNumber(cell, figure), {
      place: toPlace(column, row),
      questions: context.questions,
    })
    return value === null ? [] : [toFigure(draft, { column, value })]
  })
  if (figures.some(({ draft: { values } }) => typeof values['year'] !== 'number'))
    requireFields(['year'], draft, context)
  if (figures.length > 0) return figures
  if (columns.length === 0) requireFields(['value'], draft, context)
  const isRefused = draft.problems.some(({ level }) => level === 'error')
  return isRefused ? [{ draft, label: toLabel(draft), key: null }] : []
}

/** Few figures stand in a column: one that is doubtful is asked about, none is guessed. */
const figure = { least: -1e15, most: 1e15, whole: 'any', mark: null, factor: 1, units: { '%': 1 } } as const

function toFigure(
  draft: Draft,
  { column, value }: { readonly column: FieldColumn; readonly value: number },
): ReadRow {
  const titled = /\b((?:19|20)\d\d)\b/.exec(column.title)?.[1]
  const folded = toSearchText(column.title)
  const year = titled === undefined ? draft.values['year'] : Number(titled)
  const byTitle = /\b(?:muc tieu|chi tieu nam|ke hoach|target)\b/.test(folded) ? 'target' : 'actual'
  const kind = draft.values['kind'] ?? byTitle
  const values = { ...draft.values, ...(year === undefined ? {} : { year }), kind, value }
  const code = draft.values['indicator_code']
  const key = typeof code === 'string' && typeof year === 'number' ? `${code}|${year}|${String(kind)}` : null
  return {
    draft: { ...draft, values },
    label: `${toLabel(draft)} · ${year === undefined ? '' : String(year)}`,
    key,
  }
}

function toLabel({ values: { indicator_code } }: Draft): string {
  return typeof indicator_code === 'string' ? indicator_code : ''
}

/** Fewer are too few to speak of a commune: i-Speed itself publishes none. */
const fewestSamples = 300

export function readSpeed(row: DataRow, draft: Draft, context: Context): readonly ReadRow[] {
  const code = findText(context.columns, 'unit_code', row)
  const unit = code === null ? readUnit(row, draft, context).unit : readUnitCode(code.text, draft, context)
  if (code !== null) draft.said.add('commune')
  if (unit !== null) Object.assign(draft.values, { unit_set: unit.unit_set, unit_code: unit.code })
  readPeriod(row, draft, context)
  requireFields(['commune', 'period', 'network', 'samples'], draft, context)
  const { samples, period, network } = draft.values
  if (typeof samples === 'number' && samples < fewestSamples) {
    const column = context.columns.of('samples')[0]?.column ?? null
    addFault(draft, toWarning('samples_too_few', { least: fewestSamples }), {
      column,
      field: 'samples',
      cell: samples,
    })
  }
  const isWhole = unit !== null && typeof period === 'string' && typeof network === 'string'
  const key = isWhole ? [unit.unit_set, unit.code, period, network].join('|') : null
  return [
    {
      draft,
      label: [unit?.name ?? code?.text ?? '', period].filter((text) => typeof text === 'string').join(' · '),
      key,
    },
  ]
}

function readUnitCode(text: string, draft: Draft, context: Context): ReturnType<typeof readUnit>['unit'] {
  const match = context.names.matchUnit({ commune: text, district: '' })
  if (match.type === 'found') return match.record
  const place = { column: context.columns.of('unit_code')[0]?.column ?? null, field: 'unit_code', cell: text }
  if (match.type === 'ask') context.questions.add(draft, match.ask)
  else addFault(draft, toError('commune_unknown'), place)
  return null
}

/** `2025-07`, `2025-Q3`, `2025`: as long as what was measured. */
function readPeriod(row: DataRow, draft: Draft, { columns }: Context): void {
  const found = findText(columns, 'period', row)
  if (found === null) return
  draft.said.add('period')
  const day = readDay(found.place.cell, { order: 'day_first', latest: null })
  if (day.value === null) {
    for (const fault of day.faults) addFault(draft, fault, found.place)
    return
  }
  const by = day.faults[0]?.code
  const [year = '', month = ''] = day.value.split('-')
  const quarter = `${year}-Q${Math.ceil(Number(month) / 3)}`
  draft.values['period'] =
    by === 'day_from_year' ? year : by === 'day_from_quarter' ? quarter : `${year}-${month}`
}
