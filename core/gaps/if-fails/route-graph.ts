/** Which cable routes are cut off when some fail? */
import type { LngLat } from '../../geo.ts'
import { createLinesWithin } from '../lines-within.ts'
import type { FailRoute } from './inventory.ts'

/** An end this near to another route is spliced to it; lines that only cross are not. */
export const splice_m = 50
/** Routes that pass the root this near are fed from it. */
export const root_m = 250

/** 1 for each route, in their order, that has failed or that no intact route leads to any more. */
export type CutFinder = (failed: ReadonlySet<number>) => Uint8Array

/**
 * A route fails whole, so routes are the nodes of the graph and splices its edges:
 *
 *     ○ root ── A ──┬── B ── C       B fails: B and C are cut off, A and D are not.
 *                   └── D
 *
 * What hangs together has one root: the place on it that is nearest to the province's seat, whatever fails. So failing more
 * never cuts off less. Where the country's network comes in elsewhere too, less is cut off than is said here.
 */
export function createRouteGraph(routes: readonly FailRoute[], seat: LngLat): CutFinder {
  const { within } = createLinesWithin(routes.map(({ line }) => line))
  const spliced: Set<number>[] = routes.map(() => new Set())
  routes.forEach(({ line }, index) => {
    for (const end of [line[0], line.at(-1)]) {
      for (const other of end === undefined ? [] : within(end, splice_m)) {
        if (other.index === index) continue
        spliced[index]!.add(other.index)
        spliced[other.index]!.add(index)
      }
    }
  })
  const roots = listRoots(routes, spliced, seat)
  return (failed) => {
    const cut = new Uint8Array(routes.length).fill(1)
    const reached = roots.filter((index) => !failed.has(index))
    for (const index of reached) cut[index] = 0
    for (let next = reached.pop(); next !== undefined; next = reached.pop()) {
      for (const other of spliced[next]!) {
        if (cut[other] === 0 || failed.has(other)) continue
        cut[other] = 0
        reached.push(other)
      }
    }
    return cut
  }
}

function listRoots(
  routes: readonly FailRoute[],
  spliced: readonly ReadonlySet<number>[],
  seat: LngLat,
): number[] {
  return listComponents(spliced).flatMap((component) => {
    const lines = createLinesWithin(component.map((index) => routes[index]!.line))
    const root = lines.nearest(seat, () => true)
    return root === null ? [] : lines.within(root.at, root_m).map(({ index }) => component[index]!)
  })
}

function listComponents(spliced: readonly ReadonlySet<number>[]): number[][] {
  const seen = new Set<number>()
  return spliced.flatMap((_, start) => {
    if (seen.has(start)) return []
    const component = [start]
    seen.add(start)
    for (const index of component) {
      for (const other of spliced[index]!) {
        if (!seen.has(other)) component.push(other)
        seen.add(other)
      }
    }
    return [component]
  })
}
