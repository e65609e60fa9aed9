/** In which commune and huyện does a row say it lies? Its own cells first, then the group it stands in. */
import { toError } from '../cell-problems.ts'
import type { KnownUnit } from '../known.ts'
import type { DataRow } from '../header/list-data-rows.ts'
import { findText, type FoundText } from './columns.ts'
import type { Context } from './context.ts'
import { addFault, type Draft } from './draft.ts'

export interface RowUnit {
  readonly unit: KnownUnit | null
  readonly district: KnownUnit | null
  /** As written: `xã Na Tông, huyện Điện Biên`. */
  readonly text: string
  /** `asked`, `refused`: something is written, and it is not known what it means. */
  readonly state: 'found' | 'unsaid' | 'asked' | 'refused'
}

const unsaid: RowUnit = { unit: null, district: null, text: '', state: 'unsaid' }

export function readUnit(row: DataRow, draft: Draft, context: Context): RowUnit {
  const commune = findText(context.columns, 'commune', row) ?? toFound(row.group.commune, 'commune')
  const district = findText(context.columns, 'district', row) ?? toFound(row.group.district, 'district')
  if (commune !== null) draft.said.add('commune')
  if (commune === null) return district === null ? unsaid : readDistrict(district, draft, context)
  const match = context.names.matchUnit({ commune: commune.text, district: district?.text ?? '' })
  const text = district === null ? commune.text : `${commune.text}, ${district.text}`
  if (match.type === 'found') return { unit: match.record, district: null, text, state: 'found' }
  if (match.type === 'ask') {
    context.questions.add(draft, match.ask)
    return { unit: null, district: null, text, state: 'asked' }
  }
  addFault(draft, toError('commune_unknown', { district: district?.text ?? null }), commune.place)
  return { unit: null, district: null, text, state: 'refused' }
}

function readDistrict({ text, place }: FoundText, draft: Draft, context: Context): RowUnit {
  const match = context.names.matchDistrict(text)
  if (match.type === 'found') return { unit: null, district: match.record, text, state: 'unsaid' }
  if (match.type === 'ask') {
    context.questions.add(draft, match.ask)
    return { unit: null, district: null, text, state: 'asked' }
  }
  addFault(draft, toError('district_unknown'), place)
  return { unit: null, district: null, text, state: 'refused' }
}

function toFound(text: string, field: string): FoundText | null {
  return text === '' ? null : { text, place: { column: null, field, cell: text } }
}

/** The commune by the set that was named; what follows from it is found by table. */
export function setUnit(draft: Draft, { unit }: RowUnit): void {
  if (unit === null) return
  draft.values[unit.unit_set === 'commune-2025' ? 'commune_2025_code' : 'commune_code'] = unit.code
}
