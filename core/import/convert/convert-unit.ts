/** Which communes of the other side of 7/2025 does a row mean? Nothing is guessed: what may be two is left to a person, with both. */
import { toSearchText } from '../../text.ts'
import type { Known, KnownUnit } from '../known.ts'
import { makeUnitMatcher, type UnitMatcher } from '../names/match-units.ts'
import type { Match } from '../names/match.ts'
import { toUnitCode } from '../names/unit-labels.ts'

export const convertDirections = ['to-new', 'to-old'] as const
export type ConvertDirection = (typeof convertDirections)[number]

export interface GivenUnit {
  readonly name: string
  readonly district: string
  /** Digits, as a spreadsheet left them; empty where there are none. */
  readonly code: string
}

/** By which way it was found; `already`: it is of the side that was asked for. */
export type FoundBy = 'exact' | 'folded' | 'variant' | 'code' | 'already'

export type Doubt =
  /** The name is that of an old and of a new commune that are different places. */
  | 'name_of_both'
  /** The code names one commune before 7/2025 and another one since. */
  | 'code_of_both'
  | 'code_disagrees'
  /** Several communes are called so, and no huyện says which. */
  | 'several'
  /** Only something like it is known. */
  | 'only_alike'
  | 'not_found'
  | 'no_counterpart'

export type Conversion =
  | { readonly type: 'found'; readonly units: readonly KnownUnit[]; readonly by: FoundBy }
  /** Each choice as it is read, and what it would become. */
  | { readonly type: 'doubtful'; readonly doubt: Doubt; readonly choices: readonly ConvertChoice[] }

export interface ConvertChoice {
  readonly read_as: KnownUnit
  readonly units: readonly KnownUnit[]
}

interface Reading {
  readonly unit: KnownUnit
  readonly why: 'exact' | 'folded' | 'variant' | 'nearest' | 'code'
  readonly is_sure: boolean
}

const isNew = ({ unit_set }: KnownUnit) => unit_set === 'commune-2025'

/** More are not read at a glance. */
const mostChoices = 8

export function makeUnitConverter(
  known: Known,
  direction: ConvertDirection,
): (given: GivenUnit) => Conversion {
  const { units } = known
  const later = '9999-12-31'
  const only = (keep: (unit: KnownUnit) => boolean): UnitMatcher =>
    makeUnitMatcher({ ...known, units: units.filter(keep) }, new Map(), later)
  const sides = [only((unit) => !isNew(unit)), only(isNew)]
  const byCode = (code: string) =>
    units.filter((unit) => unit.unit_set.startsWith('commune') && unit.code === code)
  const toCounterparts = (unit: KnownUnit) => listCounterparts(unit, units, direction)
  return (given) => {
    const code = given.code === '' ? '' : given.code.padStart(5, '0')
    const ofCode = byCode(code).map((unit): Reading => ({ unit, why: 'code', is_sure: true }))
    const ofName =
      given.name === ''
        ? []
        : keepBest(sides.flatMap((side) => readName(side.matchUnit(toText(given)), units)))
    if (ofName.length === 0) {
      return given.name === '' || code !== ''
        ? settle(ofCode, { direction, toCounterparts, doubt: 'code_of_both' })
        : { type: 'doubtful', doubt: 'not_found', choices: [] }
    }
    const agreed = ofName.filter(({ unit }) => unit.code === code)
    if (ofCode.length > 0 && agreed.length === 0) {
      return doubt('code_disagrees', [...ofName, ...ofCode], toCounterparts)
    }
    const meant = agreed.length > 0 ? agreed.map((one) => ({ ...one, is_sure: true })) : ofName
    return settle(keepOfDistrict(meant, given), { direction, toCounterparts, doubt: 'name_of_both' })
  }
}

function toText({ name, district }: GivenUnit) {
  return { commune: name, district }
}

function readName(match: Match<KnownUnit>, units: readonly KnownUnit[]): Reading[] {
  if (match.type === 'found') {
    return [{ unit: match.record, why: match.why === 'answer' ? 'exact' : match.why, is_sure: true }]
  }
  if (match.type !== 'ask') return []
  return match.ask.choices.flatMap(({ code, why }) => {
    const unit = units.find((one) => toUnitCode(one) === code && one.unit_set.startsWith('commune'))
    return unit === undefined ? [] : [{ unit, why, is_sure: false }]
  })
}

/** What is written exactly so leaves nothing to what is only alike; of several alike all stay. */
function keepBest(readings: readonly Reading[]): readonly Reading[] {
  const exact = readings.filter(({ why }) => why === 'exact')
  if (exact.length > 0) return exact
  const sure = readings.filter(({ is_sure }) => is_sure)
  return sure.length > 0 ? sure : readings
}

/** Only communes of before 7/2025 lay in a huyện. */
function keepOfDistrict(readings: readonly Reading[], { name, district }: GivenUnit): readonly Reading[] {
  const saysDistrict = district !== '' || /\b(huyen|thi xa|thanh pho|tp|tx)\b/.test(toSearchText(name))
  const old = readings.filter(({ unit }) => !isNew(unit))
  return saysDistrict && old.length > 0 ? old : readings
}

interface Settling {
  readonly direction: ConvertDirection
  readonly toCounterparts: (unit: KnownUnit) => readonly KnownUnit[]
  /** Of what is both old and new. */
  readonly doubt: Doubt
}

function settle(
  readings: readonly Reading[],
  { direction, toCounterparts, doubt: ofBoth }: Settling,
): Conversion {
  const meant = direction === 'to-old' ? dropTakenIn(readings) : readings
  const [first] = meant
  if (first === undefined) return { type: 'doubtful', doubt: 'not_found', choices: [] }
  const outcomes = new Set(meant.map(({ unit }) => toCounterparts(unit).map(toUnitCode).join()))
  const isSure = meant.every(({ is_sure }) => is_sure)
  if (outcomes.size > 1) {
    const isBoth = meant.some(({ unit }) => isNew(unit)) && meant.some(({ unit }) => !isNew(unit))
    return doubt(isSure && isBoth ? ofBoth : isAlike(meant) ? 'only_alike' : 'several', meant, toCounterparts)
  }
  if (!isSure) return doubt(isAlike(meant) ? 'only_alike' : 'several', meant, toCounterparts)
  const units = toCounterparts(first.unit)
  if (units.length === 0) return doubt('no_counterpart', meant, toCounterparts)
  const isThere = meant.every(({ unit }) => isNew(unit) === (direction === 'to-new'))
  return { type: 'found', units, by: isThere ? 'already' : toFoundBy(first) }
}

function isAlike(readings: readonly Reading[]): boolean {
  return readings.every(({ why }) => why === 'nearest')
}

function toFoundBy({ why }: Reading): FoundBy {
  return why === 'nearest' ? 'variant' : why
}

/** A new commune that goes by the name of one that it took in: its list is asked for, which has that one too. */
function dropTakenIn(readings: readonly Reading[]): readonly Reading[] {
  const later = readings.filter(({ unit }) => isNew(unit)).map(({ unit }) => unit.code)
  return readings.filter(({ unit }) => isNew(unit) || !later.includes(unit.successor_code ?? ''))
}

function doubt(
  why: Doubt,
  readings: readonly Reading[],
  toCounterparts: Settling['toCounterparts'],
): Conversion {
  const choices = readings.map(({ unit }) => ({ read_as: unit, units: toCounterparts(unit) }))
  const isFirst = ({ read_as }: ConvertChoice, at: number) =>
    choices.findIndex((other) => toUnitCode(other.read_as) === toUnitCode(read_as)) === at
  return { type: 'doubtful', doubt: why, choices: choices.filter(isFirst).slice(0, mostChoices) }
}

function listCounterparts(
  unit: KnownUnit,
  units: readonly KnownUnit[],
  direction: ConvertDirection,
): readonly KnownUnit[] {
  if (isNew(unit) === (direction === 'to-new')) return [unit]
  return direction === 'to-new'
    ? units.filter(({ unit_set, code }) => unit_set === 'commune-2025' && code === unit.successor_code)
    : units.filter(({ unit_set, successor_code }) => unit_set === 'commune' && successor_code === unit.code)
}
