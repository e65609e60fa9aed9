/** What kind of unit is "Phường Noong Bua", and what is it called without that word? */

const kindWords = [
  ['Tỉnh', 'tinh'],
  ['Thành phố', 'thanh_pho'],
  ['Thị xã', 'thi_xa'],
  ['Huyện', 'huyen'],
  ['Thị trấn', 'thi_tran'],
  ['Phường', 'phuong'],
  ['Xã', 'xa'],
] as const

export type UnitKind = (typeof kindWords)[number][1]

export function toUnitName(printed: string): { kind: UnitKind; name: string } {
  for (const [word, kind] of kindWords) {
    // The statistics office also writes "Thị Trấn".
    if (printed.toLowerCase().startsWith(`${word.toLowerCase()} `))
      return { kind, name: printed.slice(word.length + 1).trim() }
  }
  throw new Error(`no kind of unit in "${printed}"`)
}
