/** Which spellings of a Vietnamese name sound alike where it is written down by ear? */

/**
 * Spellings that officials, maps and carriers use for one another: s/x, ch/tr, l/n, i/y, qu/w, d/gi/r, c/k, ph/f, doubled
 * letters. Capitals stand for two letters that are one sound, so that `kh` and `ch` stay apart.
 */
const rules: readonly (readonly [RegExp, string])[] = [
  [/ngh/g, 'ng'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/kh/g, 'K'],
  [/tr|ch/g, 'C'],
  [/qu/g, 'w'],
  [/[kq]/g, 'c'],
  [/\bgi(?=[aeouy])/g, 'd'],
  [/\bgi/g, 'di'],
  [/\br/g, 'd'],
  [/x/g, 's'],
  [/\bl/g, 'n'],
  [/y/g, 'i'],
  [/(\D)\1/g, '$1'],
]

/**
 * `sin chai` and `xin chai` → `sin Cai`. For finding only, never for deciding that two names are one.
 *
 * @param searchText folded by `toSearchText`
 */
export function toSoundText(searchText: string): string {
  return rules.reduce((text, [spelling, sound]) => text.replace(spelling, sound), searchText)
}
