/** Into which classes do shares fall, so that maps of one service compare? */
import type { AskedService } from './states.ts'

/** `from` ≤ percent < `to`; the last class holds full coverage alone. */
export interface ShareClass {
  readonly from: number
  readonly to: number | null
  /** Below or above the pivot: the target where one applies. */
  readonly side: 'below' | 'above'
  /** Steps away from the pivot, from 0. */
  readonly step: number
}

interface Breaks {
  readonly below: readonly number[]
  readonly pivot: number
  readonly above: readonly number[]
}

const mobileBreaks: Breaks = { below: [50, 70, 85, 90], pivot: 94, above: [98] }

/**
 * Where classes break when no target applies, in per cent, per service: edit here. The two lowest breaks are used
 * only when a share lies under them.
 */
const fixedBreaks: Readonly<Record<AskedService, Breaks>> = {
  fibre: { below: [40, 60, 75, 80], pivot: 85, above: [95] },
  '2g': mobileBreaks,
  '3g': mobileBreaks,
  '4g': mobileBreaks,
  '5g': { below: [5, 10, 25, 50], pivot: 75, above: [95] },
  mobile: mobileBreaks,
  any: mobileBreaks,
  '2g-only': { below: [40, 60, 75, 80], pivot: 85, above: [95] },
  'fibre-or-4g': mobileBreaks,
}

/** How many of the lowest breaks split the lowest class where shares need it. */
const splitBreaks = 2

/** Around a target the classes keep the distances that the fixed breaks have around 94. */
function toTargetBreaks(target: number): Breaks {
  return {
    below: [target - 44, target - 24, target - 9, target - 4],
    pivot: target,
    above: [target + Math.round(((100 - target) * 2) / 3)],
  }
}

export interface ShareClassOptions {
  readonly service: AskedService
  /** Target of the year shown in per cent, or null where none applies. */
  readonly target: number | null
  /** The least share to be drawn. */
  readonly least: number | null
}

/** Classes from the least share to full coverage; the break between the two sides sits at the target if there is one. */
export function toShareClasses(options: ShareClassOptions): ShareClass[] {
  const { below, pivot, above } =
    options.target === null ? fixedBreaks[options.service] : toTargetBreaks(options.target)
  const { least } = options
  const used = below.filter((edge, index) => index >= splitBreaks || (least !== null && least < edge))
  const breaks = [...used, pivot, ...above, 100]
  const inside = [...new Set(breaks)].filter((value) => value > 0 && value <= 100).sort((a, b) => a - b)
  const edges = [0, ...inside]
  const countBelow = edges.filter((edge) => edge < pivot).length
  return edges.map((from, index) => ({
    from,
    to: edges[index + 1] ?? null,
    side: index < countBelow ? ('below' as const) : ('above' as const),
    step: index < countBelow ? countBelow - 1 - index : index - countBelow,
  }))
}

/** Position of the class that a share falls in; null for a unit without one. */
export function findShareClass(classes: readonly ShareClass[], percent: number | null): number | null {
  if (percent === null) return null
  const index = classes.findLastIndex((shareClass) => percent >= shareClass.from)
  return index < 0 ? null : index
}

/** Villages that remain, where a unit has too few for a share to say anything: from the most to none. */
export const remainingClasses = [
  { from: 7, to: null },
  { from: 4, to: 6 },
  { from: 2, to: 3 },
  { from: 1, to: 1 },
  { from: 0, to: 0 },
] as const

/** Position in `remainingClasses`. */
export function findRemainingClass(remaining: number): number {
  return remainingClasses.findIndex((remainingClass) => remaining >= remainingClass.from)
}
