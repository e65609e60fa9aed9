/** Which village does a row of the province’s list speak of, and is it one that is there already? */
import { toExactKey, toVillageName } from '../names/village-name.ts'
import type { DataRow } from '../header/list-data-rows.ts'
import type { Context, ReadRow } from './context.ts'
import type { Draft } from './draft.ts'
import { requireFields } from './read-fields.ts'
import { readPlace } from './read-place.ts'
import { setUnit } from './read-unit.ts'
import { readVillage, type RowVillage } from './read-village.ts'

export function readVillageRow(row: DataRow, draft: Draft, context: Context): readonly ReadRow[] {
  const asked = { codeField: 'code', nameField: 'name', expect: 'known_or_new' } as const
  const found = readVillage(row, draft, { context, asked })
  const { village, unit, name, code } = found
  setUnit(draft, unit)
  readPlace(row, draft, { context, near: unit.unit?.label ?? null })
  if (found.state === 'new' || village !== null) draft.values['code'] = village?.code ?? code?.text ?? null
  if (name !== null) setName(draft, found)
  requireFields(village === null ? ['name', 'commune'] : [], draft, context)
  const written = name?.text ?? ''
  const place = unit.unit?.name ?? unit.text
  const label = [village?.code ?? code?.text ?? '', written, place === '' ? '' : `(${place})`]
    .filter((text) => text !== '')
    .join(' ')
  return [{ draft, label, key: toKey(found) }]
}

/**
 * A village that is there keeps its name where the list writes it carelessly; one found by its code takes another name from
 * the list, as that is what a list of names is for.
 */
function setName(draft: Draft, { village, name, by }: RowVillage): void {
  const written = toVillageName(name?.text ?? '')
  if (village === null) {
    draft.values['name'] = written.name
    if (draft.values['kind'] === undefined && written.kind !== null) draft.values['kind'] = written.kind
    return
  }
  const spellings = [village.name, ...village.alt_names].map(toExactKey)
  if (by === 'code' && !spellings.includes(toExactKey(written.name))) draft.values['name'] = written.name
}

function toKey({ village, code, name, unit }: RowVillage): string | null {
  if (village !== null) return village.code
  if (code !== null) return code.text
  return name === null || unit.unit === null
    ? null
    : `${unit.unit.unit_set}:${unit.unit.code}|${toExactKey(name.text)}`
}
