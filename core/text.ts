/** How are Vietnamese names compared, folded for search and put in order? */

/** Composed form (NFC): decomposed Vietnamese is drawn wrongly on the map and never equals typed text. */
export function toNfc(text: string): string {
  return text.normalize('NFC')
}

/**
 * The form in which names are searched: without diacritics, lower case, one space between words.
 * `Ẳng Tở` → `ang to`, `Đề Bâu` → `de bau`. Folding merges different names (Na Tông, Nà Tòng): for finding only, never
 * for deciding that two names are one.
 */
export function toSearchText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const vietnameseOrder = new Intl.Collator('vi', { numeric: true })

/** Negative, zero or positive as `a` stands before, with or after `b` in a Vietnamese list. */
export function compareNames(a: string, b: string): number {
  return vietnameseOrder.compare(a, b)
}
