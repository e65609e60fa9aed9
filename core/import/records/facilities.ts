/** Which facility does a row speak of, and of which kind where only its name tells? */
import { toSearchText } from '../../text.ts'
import { facilityWords } from '../fields/facilities.ts'
import type { DataRow } from '../header/list-data-rows.ts'
import { readWord } from '../values/read-words.ts'
import type { Context, ReadRow } from './context.ts'
import type { Draft } from './draft.ts'
import { requireFields } from './read-fields.ts'
import { readPlace } from './read-place.ts'
import { readUnit, setUnit } from './read-unit.ts'

export function readFacility(row: DataRow, draft: Draft, context: Context): readonly ReadRow[] {
  const unit = readUnit(row, draft, context)
  setUnit(draft, unit)
  readPlace(row, draft, { context, near: unit.unit?.label ?? null })
  requireFields(['name'], draft, context)
  const { code, name } = draft.values
  if (!draft.said.has('kind') && typeof name === 'string') {
    const { value } = readWord(toSearchText(name), facilityWords)
    if (value !== null) {
      draft.values['kind'] = value
      draft.said.add('kind')
    }
  }
  requireFields(['kind'], draft, context)
  const label = [code, name].filter((text) => typeof text === 'string').join(' ')
  return [{ draft, label, key: toKey(draft) }]
}

function toKey({ values: { code, kind, name, commune_code, commune_2025_code } }: Draft): string | null {
  if (typeof code === 'string') return code.toLocaleUpperCase('vi')
  if (typeof name !== 'string' || typeof kind !== 'string') return null
  const commune = commune_code ?? commune_2025_code
  return [kind, name.toLocaleLowerCase('vi'), typeof commune === 'string' ? commune : ''].join('|')
}
