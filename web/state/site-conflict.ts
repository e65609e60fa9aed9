/** Two people changed one site: what can stand together, and where must one of them choose? */
import { isSameValue, toFlat, withValues, type SiteForm } from './site-form.ts'

export interface FieldConflict {
  readonly path: string
  readonly base: unknown
  readonly theirs: unknown
  readonly mine: unknown
}

export interface SiteMerge {
  /** Theirs, with everything of mine that contradicts nothing. */
  readonly merged: SiteForm
  readonly conflicts: readonly FieldConflict[]
  /** What the other one changed, for the eye. */
  readonly theirs: readonly FieldConflict[]
}

interface Versions {
  readonly base: SiteForm
  readonly mine: SiteForm
  readonly theirs: SiteForm
}

/** A position is one thing: its two values are never taken from two people. */
const together: Readonly<Record<string, string>> = { lng: 'lat', lat: 'lng' }

export function mergeSite({ base, mine, theirs }: Versions): SiteMerge {
  const [was, own, other] = [toFlat(base), toFlat(mine), toFlat(theirs)]
  const isMine = (path: string) => own.has(path) && !isSameValue(own.get(path), was.get(path))
  const isTheirs = (path: string) => !isSameValue(other.get(path), was.get(path))
  const touches = (path: string, test: (path: string) => boolean) =>
    test(path) || (together[path] !== undefined && test(together[path]))
  const toConflict = (path: string): FieldConflict => ({
    path,
    base: was.get(path) ?? null,
    theirs: other.get(path) ?? null,
    mine: own.get(path) ?? null,
  })
  const paths = [...other.keys()]
  const conflicts = paths.filter(
    (path) =>
      touches(path, isMine) &&
      touches(path, isTheirs) &&
      !isSamePlace(path, (at) => isSameValue(own.get(at), other.get(at))),
  )
  const kept = paths.filter((path) => touches(path, isMine) && !conflicts.includes(path))
  const merged = withValues(theirs, new Map(kept.map((path) => [path, own.get(path)])))
  const added = mine.stations.filter(({ id }) => id === null)
  return {
    merged: { ...merged, stations: [...merged.stations, ...added] },
    conflicts: conflicts.map(toConflict),
    theirs: paths.filter(isTheirs).map(toConflict),
  }
}

function isSamePlace(path: string, isSame: (path: string) => boolean): boolean {
  return isSame(path) && (together[path] === undefined || isSame(together[path]))
}

export type Choice = 'mine' | 'theirs'

/** The merge with a choice for each field; longitude and latitude follow one choice. */
export function settleMerge(merge: SiteMerge, choices: ReadonlyMap<string, Choice>): SiteForm {
  const chosen = merge.conflicts.map(({ path, mine, theirs }) => {
    const choice = choices.get(path === 'lat' ? 'lng' : path) ?? 'theirs'
    return [path, choice === 'mine' ? mine : theirs] as const
  })
  return withValues(merge.merged, new Map(chosen))
}
