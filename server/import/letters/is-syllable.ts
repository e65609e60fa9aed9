/** Can a word be a Vietnamese syllable? Letters that were read in the wrong encoding hardly ever make one. */

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g
const onset = '(?:ngh?|nh|gh?|gi|kh|ph|th|tr|ch|qu|[bcdđhklmnpqrstvx])?'
const nucleus =
  '(?:iêu|yêu|oai|oay|oao|oeo|uây|uôi|uya|uyê|uyu|ươi|ươu|uêu|' +
  'ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|ue|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|' +
  '[aăâeêioôơuưy])'
const open = new RegExp(`^${onset}${nucleus}(?:m|ng?|nh)?$`)
const stopped = new RegExp(`^${onset}${nucleus}(?:ch?|k|p|t)$`)

export function isSyllable(word: string): boolean {
  const apart = word.toLowerCase().normalize('NFD')
  const marks = apart.match(tones) ?? []
  if (marks.length > 1) return false
  const plain = apart.replace(tones, '').normalize('NFC')
  if (open.test(plain)) return true
  // Before a stop only two of the six tones are spoken: sắc and nặng.
  return stopped.test(plain) && (marks.length === 0 || marks[0] === '\u0301' || marks[0] === '\u0323')
}
