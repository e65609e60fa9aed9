/** In which letters does a text read like Vietnamese? By the share of its words that can be syllables. */
import { isSyllable } from './is-syllable.ts'
import { fromLegacyLetters, legacyLetters, type LegacyLetters } from './legacy-letters.ts'

/** What separates words in any of the encodings: whatever of ASCII is no letter. */
const betweenWords = /[\x00-\x40[-`{-\x7f\u00a0\u2000-\u206f\ufeff]+/
const mostWords = 4_000

/** Words with at least one letter beyond ASCII and one within: signs like `Ø` or `µ` alone say nothing. */
export class TellingWords {
  readonly words = new Set<string>()

  add(text: string): void {
    if (this.words.size >= mostWords) return
    for (const word of text.split(betweenWords)) {
      if (word.length > 1 && word.length < 30 && /[^\x00-\x7f]/.test(word) && /[A-Za-z]/.test(word))
        this.words.add(word)
    }
  }

  /** From 0 to 1; 0 where there is no word. */
  shareAsItStands(): number {
    return this.#share((word) => word.replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, ''))
  }

  shareFrom(letters: LegacyLetters): number {
    return this.#share((word) => fromLegacyLetters(word, letters))
  }

  #share(read: (word: string) => string): number {
    let good = 0
    for (const word of this.words) if (isSyllable(read(word))) good += 1
    return this.words.size === 0 ? 0 : good / this.words.size
  }
}

const fewestWords = 4
const goodShare = 0.75
const clearLead = 0.3

/** Null: the words read well as they stand, or in no letters that we know. */
export function findLegacyLetters(words: TellingWords): LegacyLetters | null {
  if (words.words.size < fewestWords) return null
  const asItStands = words.shareAsItStands()
  const [best] = legacyLetters
    .map((letters) => ({ letters, share: words.shareFrom(letters) }))
    .sort((a, b) => b.share - a.share)
  if (best === undefined || best.share < goodShare || best.share < asItStands + clearLead) return null
  return best.letters
}
