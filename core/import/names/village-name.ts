/** Under which name is a village of a list kept? Without its kind word, which is a field of its own, unless only a number is left. */
import { villageKinds } from '../../inventory/villages.ts'
import { toNameKeys } from './name-keys.ts'

type VillageKind = (typeof villageKinds)[number]

export interface VillageName {
  readonly name: string
  readonly kind: VillageKind | null
}

const words: Readonly<Record<VillageKind, string>> = { thon: 'Thôn', ban: 'Bản', to_dan_pho: 'Tổ dân phố' }
const kindWords =
  /^(?:(?:tổ dân phố|to dan pho|tổ dp|tdp|tđp|thôn|thon|bản|ban|b|t|tổ|to)(?:\s*[.,:/]\s*|\s+))+(?=\S)/iu

/** @param text one line, composed */
export function toVillageName(text: string): VillageName {
  const [first] = toNameKeys(text, 'village')
  const kind = villageKinds.find((one) => one === first?.kind) ?? null
  // A single letter is a kind word only with its point: `B. Na Tông`, not `B Na`.
  const isBare = /^[bt]\s+/iu.test(text)
  const bare = isBare || kind === null ? text : text.replace(kindWords, '')
  const name = toTitleCase(bare.trim())
  const isNumber = /^(?:số\s*)?\d+\p{L}?$/iu.test(name) || /^\p{L}$/u.test(name)
  return { name: kind !== null && isNumber ? `${words[kind]} ${name.replace(/^số\s*/iu, '')}` : name, kind }
}

/** `NA TÔNG` is `Na Tông` in capitals; `A Pa Chải` and `B1` are left. */
function toTitleCase(name: string): string {
  const isShouted = name === name.toLocaleUpperCase('vi') && (name.match(/\p{L}/gu) ?? []).length > 3
  if (!isShouted) return name
  return name
    .toLocaleLowerCase('vi')
    .replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toLocaleUpperCase('vi'))
    .replace(/\b(?:ii|iii|iv|vii|viii|ix)$/i, (roman) => roman.toUpperCase())
}

/** Alike for whoever reads: case, spaces, kind word and where the tone stands left out. */
export function toExactKey(text: string): string {
  const [first] = toNameKeys(text, 'village')
  return first?.exact ?? text
}
