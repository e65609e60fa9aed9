/** Which commune or huyện does a list name? Names of before and after 7/2025 both count; doubt is asked, never guessed. */
import type { Known, KnownUnit } from '../known.ts'
import type { QuestionChoice } from '../read-record.ts'
import { toQuestionKey } from '../reading.ts'
import { toChoices, unknown, type Answers, type Match } from './match.ts'
import { toNameKeys, type NameKeys } from './name-keys.ts'
import { listAlike, makePlaceNames, type PlaceNames } from './place-names.ts'
import { rankNames, toNamed, type Named, type RankedName } from './rank-names.ts'
import { splitUnitText } from './split-unit-text.ts'
import { settleUnits, type UnitPool } from './settle-units.ts'
import { toUnitCode, toUnitLabel } from './unit-labels.ts'

export interface UnitText {
  readonly commune: string
  /** As a column of its own says; it may also stand in the text of the commune. */
  readonly district: string
}

export interface UnitMatcher {
  readonly matchUnit: (text: UnitText) => Match<KnownUnit>
  readonly matchDistrict: (text: string) => Match<KnownUnit>
}

interface UnitNames {
  readonly known: Known
  readonly answers: Answers
  readonly communes: readonly Named<KnownUnit>[]
  readonly alike: PlaceNames<KnownUnit>
  readonly districts: readonly Named<KnownUnit>[]
}

/** @param day ISO day of which the list speaks: communes that begin later are not meant */
export function makeUnitMatcher(known: Known, answers: Answers, day: string): UnitMatcher {
  const ofSets = (...sets: readonly string[]) =>
    known.units
      .filter(
        ({ unit_set, valid_from }) =>
          sets.includes(unit_set) && (unit_set !== 'commune-2025' || valid_from <= day),
      )
      .map((unit) => toNamed(unit, unit.kind, 'unit'))
  const communes = ofSets('commune', 'commune-2025')
  const names: UnitNames = {
    known,
    answers,
    communes,
    alike: makePlaceNames(communes),
    districts: ofSets('district'),
  }
  return {
    matchUnit: remember(
      ({ commune, district }) => `${commune}\n${district}`,
      (text: UnitText) => matchUnit(text, names),
    ),
    matchDistrict: remember(
      (text) => text,
      (text: string) => matchDistrict(text, names),
    ),
  }
}

function remember<A, R>(toKey: (asked: A) => string, find: (asked: A) => R): (asked: A) => R {
  const known = new Map<string, R>()
  return (asked) => {
    const key = toKey(asked)
    const found = known.get(key) ?? find(asked)
    known.set(key, found)
    return found
  }
}

function matchDistrict(text: string, { districts, answers, known }: UnitNames): Match<KnownUnit> {
  const key = toQuestionKey('district', '-', text)
  const answered = districts.find(({ record }) => record.code === answers.get(key))
  if (answered !== undefined) return { type: 'found', record: answered.record, why: 'answer' }
  const code = /^\d{1,3}$/.test(text) ? text.padStart(3, '0') : null
  if (code !== null) {
    const found = districts.find(({ record }) => record.code === code)
    return found === undefined ? unknown : { type: 'found', record: found.record, why: 'exact' }
  }
  const keys = toNameKeys(text, 'unit')
  const ranked = rankNames(keys, districts)
  const pool: UnitPool = { ranked, keys, prefer: 'any' }
  const sure = settleUnits(pool) ?? findByInitials(keys, districts)
  if (sure !== null) return { type: 'found', record: sure.record, why: sure.why }
  if (ranked.length === 0) return unknown
  const choices = toChoices(ranked, (unit) => ({ code: unit.code, label: toUnitLabel(unit, known.units) }))
  return { type: 'ask', ask: { key, kind: 'district', text, context: null, choices } }
}

/** ĐBP for Điện Biên Phủ, where no other begins so. */
function findByInitials(
  keys: readonly NameKeys[],
  districts: readonly Named<KnownUnit>[],
): RankedName<KnownUnit> | null {
  const found = districts.filter(({ keys: [name = []] }) =>
    name.some(({ folded }) => {
      const initials = folded
        .split(' ')
        .map((word) => word[0])
        .join('')
      return initials.length > 2 && keys.some((key) => key.folded === initials)
    }),
  )
  const [only] = found
  return only === undefined || found.length > 1
    ? null
    : { record: only.record, why: 'variant', slips: 0, kind: 'unsaid' }
}

function matchUnit(given: UnitText, names: UnitNames): Match<KnownUnit> {
  const { commune, district: within } = splitUnitText(given.commune, names.districts)
  const districtText = given.district === '' ? within : given.district
  const district = districtText === '' ? null : matchDistrict(districtText, names)
  if (district?.type === 'ask') return district
  const inside = district?.type === 'found' ? district.record : null
  const key = toQuestionKey('commune', inside?.code ?? districtText, commune)
  const answer = names.answers.get(key)
  const answered = names.communes.find(({ record }) => toUnitCode(record) === answer)
  if (answered !== undefined) return { type: 'found', record: answered.record, why: 'answer' }
  const keys = toNameKeys(commune, 'unit')
  const isIn = inside === null ? () => true : listDistrictsOf(inside, names.known)
  const settle = (all: readonly RankedName<KnownUnit>[]) =>
    settleUnits({
      ranked: all.filter(({ record }) => isIn(record)),
      keys,
      prefer: inside === null ? 'any' : 'old',
    })
  const exact = listAlike(keys, names.alike).filter(({ record }) => isIn(record))
  const atOnce = exact[0]?.why === 'exact' ? settle(exact) : null
  const ranked = atOnce === null ? rankCommunes(commune, keys, names) : []
  const sure = atOnce ?? settle(ranked)
  // With its marks the very name of a commune of another huyện: one of the two is wrong.
  const isElsewhere =
    sure?.why !== 'exact' &&
    !isPlain(keys) &&
    ranked.some(({ record, why }) => why === 'exact' && !isIn(record))
  if (sure !== null && !isElsewhere) return { type: 'found', record: sure.record, why: sure.why }
  const here = ranked.filter(({ record }) => isIn(record))
  const elsewhere = ranked.filter((one) => !here.includes(one) && one.slips < 1)
  // What is alike in another huyện is likelier than what is unlike in the one named.
  const likely = here.filter(({ why }) => why !== 'nearest')
  const unlike = here.filter(({ why }) => why === 'nearest')
  const choices = listFirst([...likely, ...elsewhere, ...unlike], names)
  if (choices.length === 0) return unknown
  const context = districtText === '' ? null : districtText
  return { type: 'ask', ask: { key, kind: 'commune', text: commune, context, choices } }
}

function isPlain(keys: readonly NameKeys[]): boolean {
  return keys.every(({ marked }) => marked === 'plain')
}

function listFirst(ranked: readonly RankedName<KnownUnit>[], { known }: UnitNames): QuestionChoice[] {
  return toChoices(ranked, (unit) => ({ code: toUnitCode(unit), label: toUnitLabel(unit, known.units) }))
}

function rankCommunes(
  text: string,
  keys: readonly NameKeys[],
  { communes }: UnitNames,
): RankedName<KnownUnit>[] {
  if (!/^\d{2,5}$/.test(text)) return rankNames(keys, communes)
  // A spreadsheet drops the zero that a code begins with.
  const code = text.padStart(5, '0')
  return communes
    .filter(({ record }) => record.code === code)
    .map(({ record }) => ({ record, why: 'exact', slips: 0, kind: 'unsaid' }))
}

/** A commune of before lies in its huyện; one of 7/2025 wherever those lay that it took in. */
function listDistrictsOf(district: KnownUnit, { units }: Known): (unit: KnownUnit) => boolean {
  const successors = new Set(
    units
      .filter(({ unit_set, parent_code }) => unit_set === 'commune' && parent_code === district.code)
      .map(({ successor_code }) => successor_code),
  )
  return ({ unit_set, code, parent_code }) =>
    unit_set === 'commune' ? parent_code === district.code : successors.has(code)
}
