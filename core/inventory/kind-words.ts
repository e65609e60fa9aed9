/** Which kind of unit or village does someone mean who types it before the name? */
import type { UnitKind } from './admin-units.ts'
import type { villageKinds } from './villages.ts'

export type NamedKind = UnitKind | (typeof villageKinds)[number]

/** Folded as by `toSearchText`; of two that begin alike the longer stands first. */
const kindWords: readonly (readonly [string, NamedKind])[] = [
  ['to dan pho', 'to_dan_pho'],
  ['tdp', 'to_dan_pho'],
  ['thanh pho', 'thanh_pho'],
  ['tp', 'thanh_pho'],
  ['thi tran', 'thi_tran'],
  ['tt', 'thi_tran'],
  ['thi xa', 'thi_xa'],
  ['tx', 'thi_xa'],
  ['phuong', 'phuong'],
  ['huyen', 'huyen'],
  ['tinh', 'tinh'],
  ['thon', 'thon'],
  ['ban', 'ban'],
  ['xa', 'xa'],
]

export interface NameWithKind {
  readonly kind: NamedKind | null
  readonly name: string
}

/** `phuong muong thanh` → phuong, `muong thanh`. A kind word that stands alone may be a name. */
export function splitKindWord(searchText: string): NameWithKind {
  for (const [word, kind] of kindWords) {
    const name = searchText.startsWith(`${word} `) ? searchText.slice(word.length + 1) : ''
    if (name !== '') return { kind, name }
  }
  return { kind: null, name: searchText }
}
