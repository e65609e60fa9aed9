/** Which administrative unit does a row speak of, and of which set? */
import type { UnitSet } from '../../coverage/question.ts'
import { splitKindWord } from '../../inventory/kind-words.ts'
import { unitKinds } from '../../inventory/admin-units.ts'
import { toSearchText } from '../../text.ts'
import { toError } from '../cell-problems.ts'
import type { DataRow } from '../header/list-data-rows.ts'
import { findText } from './columns.ts'
import type { Context, ReadRow } from './context.ts'
import { addFault, type Draft } from './draft.ts'
import { requireFields } from './read-fields.ts'

/** The day from which there are no districts and other communes. */
const reform = '2025-07-01'

export function readAdminUnit(row: DataRow, draft: Draft, context: Context): readonly ReadRow[] {
  readName(draft)
  readSet(draft)
  readCode(row, draft, context)
  const geometry = row.row.geometry ?? null
  if (geometry !== null) {
    if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') draft.geometry = geometry
    else {
      const fault = toError('geometry_type', { expected: 'Polygon', found: geometry.type })
      addFault(draft, fault, { column: null, field: 'geometry', cell: geometry.type })
    }
  }
  requireFields(['code', 'unit_set'], draft, context)
  const { unit_set, code, name } = draft.values
  const key = typeof unit_set === 'string' && typeof code === 'string' ? `${unit_set}|${code}` : null
  return [{ draft, label: [code, name].filter((text) => typeof text === 'string').join(' '), key }]
}

/** `Xã Na Tông` is the commune Na Tông. */
function readName({ values, said }: Draft): void {
  const { name } = values
  if (typeof name !== 'string') return
  const { kind, name: rest } = splitKindWord(toSearchText(name))
  const unitKind = unitKinds.find((one) => one === kind)
  if (unitKind === undefined) return
  values['name'] = name.split(/\s+/).slice(-rest.split(' ').length).join(' ')
  if (!said.has('kind')) values['kind'] = unitKind
}

const sets: Readonly<Record<string, UnitSet>> = {
  tinh: 'province',
  huyen: 'district',
  thi_xa: 'district',
  thanh_pho: 'district',
}

/** A commune is of the set of its time: it has a day, a huyện above it, or a successor; what tells nothing is asked for. */
function readSet({ values, said }: Draft): void {
  if (values['unit_set'] !== undefined || typeof values['kind'] !== 'string') return
  const byKind = sets[values['kind']]
  const { valid_from, valid_to, parent_code, successor_code } = values
  const isNew = typeof valid_from === 'string' && valid_from >= reform
  const isOld =
    (typeof valid_from === 'string' && valid_from < reform) ||
    typeof valid_to === 'string' ||
    typeof successor_code === 'string' ||
    (typeof parent_code === 'string' && parent_code.length === 3) ||
    values['kind'] === 'thi_tran'
  const set = byKind ?? (isNew ? 'commune-2025' : isOld ? 'commune' : null)
  if (set === null) return
  values['unit_set'] = set
  said.add('unit_set')
}

const widths: Readonly<Record<string, number>> = { province: 2, district: 3, commune: 5, 'commune-2025': 5 }

/** A spreadsheet drops the zeros that a code begins with. */
function readCode(row: DataRow, draft: Draft, { columns }: Context): void {
  const found = findText(columns, 'code', row)
  if (found === null) return
  draft.said.add('code')
  const set = draft.values['unit_set']
  const code = found.text.padStart(typeof set === 'string' ? (widths[set] ?? 0) : 0, '0')
  if (/^\d{2,5}$/.test(code)) draft.values['code'] = code
  else addFault(draft, toError('code_invalid', { expected: '0–9, 2–5' }), found.place)
}
