/** Which of the names of one place (a commune, a huyện) are meant? Found by key where they are alike, ranked otherwise. */
import type { NameKeys } from './name-keys.ts'
import { chooseSurely, rankNames, type Named, type RankedName } from './rank-names.ts'

export interface PlaceNames<T> {
  readonly named: readonly Named<T>[]
  readonly exact: ReadonlyMap<string, readonly Named<T>[]>
  readonly folded: ReadonlyMap<string, readonly Named<T>[]>
  readonly sound: ReadonlyMap<string, readonly Named<T>[]>
}

export function makePlaceNames<T>(named: readonly Named<T>[]): PlaceNames<T> {
  return { named, exact: index(named, 'exact'), folded: index(named, 'folded'), sound: index(named, 'sound') }
}

function index<T>(named: readonly Named<T>[], key: 'exact' | 'folded' | 'sound'): Map<string, Named<T>[]> {
  const found = new Map<string, Named<T>[]>()
  for (const one of named) {
    // Exact is the name alone; its other spellings are variants.
    const spellings = key === 'exact' ? (one.keys[0] ?? []) : one.keys.flat()
    for (const value of new Set(spellings.map((spelling) => spelling[key]))) {
      const others = found.get(value)
      if (others === undefined) found.set(value, [one])
      else others.push(one)
    }
  }
  return found
}

/** Where one is written exactly so, nothing has to be ranked but what is alike; null where none is, or a person decides. */
export function findAtOnce<T>(text: readonly NameKeys[], place: PlaceNames<T>): RankedName<T> | null {
  const exact = text.flatMap((key) => place.exact.get(key.exact) ?? [])
  return exact.length === 0 ? null : chooseSurely(text, listAlike(text, place))
}

/** What is alike at least by ear, without looking at every name of the province. */
export function listAlike<T>(text: readonly NameKeys[], place: PlaceNames<T>): RankedName<T>[] {
  const hits = text.flatMap(({ folded, sound }) => [
    ...(place.folded.get(folded) ?? []),
    ...(place.sound.get(sound) ?? []),
  ])
  return rankNames(text, new Set(hits))
}
