/** Which letter marks a carrier on the map? The first of its name that no other has: of VNPT beside Viettel the N. */
export function toFreeLetter(name: string, taken: readonly string[]): string {
  const letters = [...name.normalize('NFC').toLocaleUpperCase('vi')].filter((letter) =>
    /[\p{L}\p{N}]/u.test(letter),
  )
  return letters.find((letter) => !taken.includes(letter)) ?? letters[0] ?? ''
}
