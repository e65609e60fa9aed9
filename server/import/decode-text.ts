/** In which encoding is a text? By its marks and its bytes, then by which reading gives Vietnamese words. */
import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { ImportFileError } from '../../core/import/problems.ts'
import { TellingWords } from './letters/count-words.ts'
import type { LegacyLetters } from './letters/legacy-letters.ts'

export interface DecodedText {
  /** Without byte order mark; not yet converted where `letters` says so. */
  readonly text: string
  readonly encoding: string
  readonly letters: LegacyLetters | null
}

export function decodeText(bytes: Buffer): DecodedText {
  const unicode = findUnicode(bytes)
  if (unicode !== null)
    return { text: stripMark(iconv.decode(bytes, unicode)), encoding: unicode, letters: null }
  if (isUtf8(bytes)) return { text: stripMark(bytes.toString('utf8')), encoding: 'utf-8', letters: null }
  if (isUtf8CutShort(bytes)) throw new ImportFileError('file_truncated', { encoding: 'utf-8' })
  return decodeSingleBytes(bytes)
}

/** Null: bytes of single letters, or UTF-8. Throws `encoding_unsupported`. */
export function findUnicode(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const [first, second, third, fourth] = bytes
  if (first === 0xff && second === 0xfe) {
    if (third === 0 && fourth === 0) throw new ImportFileError('encoding_unsupported', { encoding: 'utf-32' })
    return 'utf-16le'
  }
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) {
    throw new ImportFileError('encoding_unsupported', { encoding: 'utf-32' })
  }
  return findUnmarkedUtf16(bytes)
}

/** Half of the bytes of a Vietnamese text in UTF-16 are few: the high ones, 00, 01, 03, 1E and 20. */
function findUnmarkedUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4_000)
  if (sample.length < 4 || !sample.includes(0)) return null
  const high = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0 || byte === 1 || byte === 3 || byte === 0x1e || byte === 0x20) high[at % 2]! += 1
  })
  const half = sample.length / 2
  const [even = 0, odd = 0] = high
  if (odd > half * 0.95 && even < half * 0.5) return 'utf-16le'
  if (even > half * 0.95 && odd < half * 0.5) return 'utf-16be'
  return null
}

function isUtf8CutShort(bytes: Buffer): boolean {
  return [1, 2, 3].some((cut) => {
    const whole = bytes.subarray(0, bytes.length - cut)
    return whole.length > 0 && isUtf8(whole) && whole.some((byte) => byte > 0x7f)
  })
}

interface Candidate {
  readonly encoding: string
  readonly charset: string
  readonly letters: LegacyLetters | null
}

const candidates: readonly Candidate[] = [
  { encoding: 'windows-1258', charset: 'windows-1258', letters: null },
  { encoding: 'tcvn3', charset: 'windows-1252', letters: 'tcvn3' },
  { encoding: 'vni', charset: 'windows-1252', letters: 'vni' },
  { encoding: 'viscii', charset: 'viscii', letters: null },
]

const leastShare = 0.7
/** No word of ours has letters beyond ASCII alone; signs and single ones may stand anywhere. */
const foreignLetters = /(?:(?![\x00-\x7f])\p{L}){3}/u
const sample_bytes = 400_000

/** Of bytes that are no Unicode, as of dBASE records too; throws `encoding_unknown`. */
export function decodeSingleBytes(bytes: Buffer): DecodedText {
  const sample = bytes.subarray(0, sample_bytes)
  const rated = candidates.map((candidate) => {
    const words = new TellingWords()
    words.add(iconv.decode(sample, candidate.charset).normalize('NFC'))
    const share = candidate.letters === null ? words.shareAsItStands() : words.shareFrom(candidate.letters)
    return { ...candidate, share, count: words.words.size }
  })
  const best = rated.reduce((a, b) => (b.share > a.share ? b : a))
  const isForeign = best.count === 0 && foreignLetters.test(iconv.decode(sample, best.charset))
  if (isForeign || (best.count > 0 && best.share < leastShare)) throw new ImportFileError('encoding_unknown')
  return { text: iconv.decode(bytes, best.charset), encoding: best.encoding, letters: best.letters }
}

function stripMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text
}
