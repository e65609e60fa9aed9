/** Which of some names does a text mean, and how surely? The one scale for villages, communes and huyện. */
import { countSlips } from '../../names/mistakes.ts'
import type { NamedKind } from '../../inventory/kind-words.ts'
import type { QuestionChoice } from '../read-record.ts'
import { toNameKeys, type NameKeys } from './name-keys.ts'

export interface Named<T> {
  readonly record: T
  readonly kind: NamedKind
  /** Of the name first, then of its other spellings. */
  readonly keys: readonly (readonly NameKeys[])[]
}

export interface RankedName<T> {
  readonly record: T
  readonly why: QuestionChoice['why']
  /** 0 for what is alike; half a slip for another spelling by ear. */
  readonly slips: number
  /** Whether a kind word of the text says otherwise than the record. */
  readonly kind: 'same' | 'other' | 'unsaid'
}

export function toNamed<T extends { readonly name: string; readonly alt_names: readonly string[] }>(
  record: T,
  kind: NamedKind,
  of: 'village' | 'unit',
): Named<T> {
  return { record, kind, keys: [record.name, ...record.alt_names].map((name) => toNameKeys(name, of)) }
}

const order = ['exact', 'folded', 'variant', 'nearest'] as const
const most = 3

/** Likeliest first; what is more than three slips away, or has other numbers, is another name. */
export function rankNames<T>(text: readonly NameKeys[], named: Iterable<Named<T>>): RankedName<T>[] {
  const ranked: RankedName<T>[] = []
  for (const one of named) {
    const best = rankOne(text, one)
    if (best !== null) ranked.push(best)
  }
  return ranked.sort(
    (a, b) =>
      order.indexOf(a.why) - order.indexOf(b.why) || a.slips - b.slips || toKindRank(a) - toKindRank(b),
  )
}

function toKindRank({ kind }: RankedName<unknown>): number {
  return kind === 'same' ? 0 : kind === 'unsaid' ? 1 : 2
}

function rankOne<T>(text: readonly NameKeys[], { record, kind, keys }: Named<T>): RankedName<T> | null {
  let best: RankedName<T> | null = null
  for (const said of text) {
    for (const [place, spellings] of keys.entries()) {
      for (const known of spellings) {
        const found = compare(said, known, place === 0 ? 'name' : 'other')
        if (found === null) continue
        const ranked = {
          record,
          ...found,
          kind: said.kind === null ? 'unsaid' : said.kind === kind ? 'same' : 'other',
        } as const
        if (best === null || isBetter(ranked, best)) best = ranked
      }
    }
  }
  return best
}

function isBetter(a: RankedName<unknown>, b: RankedName<unknown>): boolean {
  return order.indexOf(a.why) < order.indexOf(b.why) || (a.why === b.why && a.slips < b.slips)
}

type Compared = Pick<RankedName<unknown>, 'why' | 'slips'>

function compare(said: NameKeys, known: NameKeys, of: 'name' | 'other'): Compared | null {
  if (said.exact === known.exact) return { why: of === 'name' ? 'exact' : 'variant', slips: 0 }
  if (said.folded === known.folded)
    return of === 'name' ? { why: 'folded', slips: 0 } : { why: 'variant', slips: 0.25 }
  // Who writes 1 never means 2; a number left out is a slip that only a person can mend.
  if (said.marks !== '' && said.marks !== known.marks && said.marks !== known.word_marks) return null
  if (said.sound === known.sound) return { why: 'variant', slips: 0.5 }
  return countNear(said, known)
}

function countNear(said: NameKeys, known: NameKeys): Compared | null {
  const allowed = Math.min(most, Math.ceil(said.folded.length / 4))
  const apart = Math.abs(said.folded.length - known.folded.length)
  if (apart > allowed || said.folded === '') return null
  const slips = Math.min(countSlips(said.folded, known.folded), 0.5 + countSlips(said.sound, known.sound))
  return slips <= allowed ? { why: 'nearest', slips } : null
}

/**
 * The one that is meant beyond doubt; null: a person decides.
 *
 *   exact                   and alone so, unless the text may have lost the marks that tell it from another
 *   folded, other spelling  and nothing else in the place is alike or one slip away
 *   nearest                 never
 */
export function chooseSurely<T>(
  text: readonly NameKeys[],
  ranked: readonly RankedName<T>[],
): RankedName<T> | null {
  const exact = listExact(ranked)
  if (exact.length > 0) {
    const isNumber = text.some(({ folded }) => /^\d+$/.test(folded))
    const isPlain = text.every(({ marked }) => marked === 'plain')
    const isDoubtful = isPlain && ranked.some((other) => !exact.includes(other) && other.slips < 1)
    return isDoubtful ? null : pickByKind(exact, isNumber ? 'told_apart' : 'no_matter')
  }
  const [first, ...others] = ranked
  if (first === undefined || first.why === 'nearest') return null
  if (first.slips > 0 && isTooShort(text)) return null
  return others.some(({ slips }) => slips <= 1.5) ? null : first
}

/** Its very name; where that is nobody's, another spelling of it that is known. */
export function listExact<T>(ranked: readonly RankedName<T>[]): readonly RankedName<T>[] {
  const named = ranked.filter(({ why }) => why === 'exact')
  return named.length > 0 ? named : ranked.filter(({ why, slips }) => why === 'variant' && slips === 0)
}

/** `Bản 1` and `Thôn 1` are two; for a village with a name people write one word or the other. */
function pickByKind<T>(
  exact: readonly RankedName<T>[],
  kinds: 'told_apart' | 'no_matter',
): RankedName<T> | null {
  const meant = kinds === 'told_apart' ? exact.filter(({ kind }) => kind !== 'other') : exact
  const same = kinds === 'told_apart' ? meant.filter(({ kind }) => kind === 'same') : []
  if (same.length === 1) return same[0] ?? null
  return meant.length === 1 ? (meant[0] ?? null) : null
}

/** By ear, a name of three letters may be any. */
function isTooShort(text: readonly NameKeys[]): boolean {
  return text.every(({ sound }) => sound.length < 4)
}

/** The least unlike of names that are all unlike, for whoever has to choose one. */
export function rankAnyway<T>(text: readonly NameKeys[], named: readonly Named<T>[]): RankedName<T>[] {
  const said = text[0]?.folded ?? ''
  return named
    .map(({ record, keys }): RankedName<T> => {
      const slips = Math.min(...keys.flat().map(({ folded }) => countSlips(said, folded)))
      return { record, why: 'nearest', slips, kind: 'unsaid' }
    })
    .sort((a, b) => a.slips - b.slips)
}
