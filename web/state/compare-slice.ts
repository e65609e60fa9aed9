/** Which second question stands beside the one on screen? A is the question on screen, B the one compared with it. */
import type { VillageChange } from '../../core/coverage/compare.ts'
import { openingQuestion, withQuestion, type AskedQuestion } from './question-slice.ts'

export const differenceFilters = [
  'all',
  'both_known',
  'gained',
  'lost',
  'better',
  'worse',
  'only_a',
  'only_b',
] as const
export type DifferenceFilter = (typeof differenceFilters)[number]
export type Difference = Exclude<VillageChange, 'same'>

/** Which of the differing villages are listed. */
export interface DifferenceView {
  readonly filter: DifferenceFilter
  /** Code of a unit of the set that is shown; null: the province. */
  readonly unit: string | null
}

export interface ComparedView {
  /** B; null: nothing is compared, or B is still A. */
  readonly compared: AskedQuestion | null
  readonly differences: DifferenceView
}

export const allDifferences: DifferenceView = { filter: 'all', unit: null }

export const openingCompare: ComparedView = { compared: null, differences: allDifferences }

/** Parts of a question in which B may differ; units and weight are those of A, or nothing could be compared. */
export const comparedFields = ['service', 'carrier', 'basis', 'as_of', 'power', 'assigned'] as const
export type ComparedField = (typeof comparedFields)[number]

interface Sides extends Pick<ComparedView, 'compared'> {
  readonly question: AskedQuestion
}

/** B as it is asked. */
export function toQuestionB({ question, compared }: Sides): AskedQuestion {
  const { unit_set, weight } = question
  return { ...(compared ?? question), unit_set, weight }
}

export function changeB(
  sides: Sides,
  change: Partial<Record<ComparedField, string | null>>,
): Pick<Sides, 'compared'> {
  return { compared: withQuestion(toQuestionB(sides), change) }
}

export function swapSides(sides: Sides): Sides {
  return { question: toQuestionB(sides), compared: sides.question }
}

/** In which parts B differs from A. */
export function listDifferingFields(sides: Sides): ComparedField[] {
  const b = toQuestionB(sides)
  return comparedFields.filter((field) => b[field] !== sides.question[field])
}

/** Only the day differs, and B's is the later one: what one side has more was gained in time. */
export function isInTime(sides: Sides): boolean {
  const [field, other] = listDifferingFields(sides)
  const b = toQuestionB(sides).as_of
  return field === 'as_of' && other === undefined && (b === null || b > (sides.question.as_of ?? b))
}

export interface PresetFacts {
  /** Two carriers, those with the most to do first. */
  readonly carriers: readonly [string, string] | null
  /** Two days far enough apart to compare. */
  readonly days: readonly [string, string] | null
}

export type PresetName = 'basis' | 'carriers' | 'dates' | 'local'

export interface Preset {
  readonly name: PresetName
  readonly sides: Sides
}

/** Ready-made comparisons: each keeps the rest of the question and narrows nothing. */
export function listPresets(question: AskedQuestion, facts: PresetFacts): Preset[] {
  const plain = {
    ...question,
    carrier: null,
    basis: openingQuestion.basis,
    power: 'any',
    assigned: 'any',
  } as const
  const make = (name: PresetName, a: Partial<AskedQuestion>, b: Partial<AskedQuestion>): Preset => ({
    name,
    sides: { question: { ...plain, ...a }, compared: { ...plain, ...b } },
  })
  const { carriers, days } = facts
  return [
    make('basis', { service: '4g', basis: 'declared' }, { service: '4g', basis: 'verified' }),
    ...(carriers === null ? [] : [make('carriers', { carrier: carriers[0] }, { carrier: carriers[1] })]),
    ...(days === null ? [] : [make('dates', { as_of: days[0] }, { as_of: days[1] })]),
    make('local', { basis: 'declared' }, { basis: 'local' }),
  ]
}

/**
 * The last end of a month with an observation, and the end of the year before it: between those plans and reports speak.
 *
 * @param observed ISO days of observations, first to last
 */
export function toComparedDays(observed: readonly string[], today: string): readonly [string, string] | null {
  const last = observed.findLast((day) => day < today)
  const yearEnd = last === undefined ? '' : `${Number(last.slice(0, 4)) - 1}-12-31`
  const first = observed[0]
  return last === undefined || first === undefined || first > yearEnd ? null : [yearEnd, last]
}
