/** Which village does a list name? Within its commune; what is not beyond doubt is asked, with the likeliest first. */
import type { Known, KnownUnit, KnownVillage } from '../known.ts'
import { newAnswer, type QuestionChoice } from '../read-record.ts'
import { toQuestionKey } from '../reading.ts'
import { toChoices, unknown, type Answers, type Match } from './match.ts'
import { toNameKeys, type NameKeys } from './name-keys.ts'
import { findAtOnce, listAlike, makePlaceNames, type PlaceNames } from './place-names.ts'
import { chooseSurely, rankNames, rankAnyway, toNamed, type RankedName } from './rank-names.ts'

export interface VillageText {
  readonly name: string
  /** Null where no commune is named. */
  readonly unit: KnownUnit | null
  readonly district: KnownUnit | null
  /** As written, for whoever is asked. */
  readonly context: string
  /** A statement speaks of a village that is there; a list of villages may bring new ones. */
  readonly expect: 'known' | 'known_or_new'
  /** `ask`: even what is beyond doubt by its name, as something else speaks against it. */
  readonly sure?: 'silent' | 'ask'
}

export interface VillageMatcher {
  readonly matchVillage: (text: VillageText) => Match<KnownVillage>
  readonly findByCode: (code: string) => KnownVillage | null
}

/** Farther away, a village that is not there yet is likelier than one that was misspelt. */
const near_slips = 1.5

interface VillageNames {
  readonly answers: Answers
  readonly all: PlaceNames<KnownVillage>
  readonly byCode: ReadonlyMap<string, KnownVillage>
  readonly byUnit: (unit: KnownUnit) => PlaceNames<KnownVillage>
  readonly isIn: (village: KnownVillage, text: VillageText) => boolean
  readonly describe: (village: KnownVillage) => { readonly code: string; readonly label: string }
}

export function makeVillageMatcher(known: Known, answers: Answers): VillageMatcher {
  const names = toVillageNames(known, answers)
  const remembered = new Map<string, Match<KnownVillage>>()
  return {
    findByCode: (code) => names.byCode.get(code.toLowerCase()) ?? null,
    matchVillage(text) {
      const key = `${text.expect}\n${text.sure ?? 'silent'}\n${toKey(text)}`
      const match = remembered.get(key) ?? matchVillage(text, names)
      remembered.set(key, match)
      return match
    },
  }
}

function toVillageNames(known: Known, answers: Answers): VillageNames {
  const named = known.villages
    .filter(({ valid_to }) => valid_to === null || valid_to >= known.today)
    .map((village) => toNamed(village, village.kind, 'village'))
  const places = new Map<string, PlaceNames<KnownVillage>>()
  const nameOf = new Map(known.units.map(({ unit_set, code, name }) => [`${unit_set}:${code}`, name]))
  return {
    answers,
    all: makePlaceNames(named),
    byCode: new Map(known.villages.map((village) => [village.code.toLowerCase(), village])),
    byUnit(unit) {
      const key = toPlace(unit)
      const column = unit.unit_set === 'commune' ? 'commune_code' : 'commune_2025_code'
      const place =
        places.get(key) ?? makePlaceNames(named.filter(({ record }) => record[column] === unit.code))
      places.set(key, place)
      return place
    },
    isIn: (village, { unit, district }) =>
      district === null
        ? unit === null ||
          village.district_code === toDistrictOf(unit) ||
          village.commune_2025_code === unit.code
        : village.district_code === district.code,
    describe: (village) => {
      const commune = nameOf.get(`commune:${village.commune_code}`) ?? village.commune_code
      const district = nameOf.get(`district:${village.district_code}`)
      const place = district === undefined ? commune : `${commune}, ${district}`
      return { code: village.code, label: `${village.name} (${place})` }
    },
  }
}

function toDistrictOf({ unit_set, parent_code }: KnownUnit): string | null {
  return unit_set === 'commune' ? parent_code : null
}

function toPlace({ unit_set, code }: KnownUnit): string {
  return unit_set === 'commune' ? code : `${unit_set}:${code}`
}

function toKey({ name, unit, district }: VillageText): string {
  return toQuestionKey('village', unit === null ? `huyen:${district?.code ?? ''}` : toPlace(unit), name)
}

function matchVillage(text: VillageText, names: VillageNames): Match<KnownVillage> {
  const key = toKey(text)
  const answer = names.answers.get(key)
  if (answer === newAnswer && text.expect === 'known_or_new') return { type: 'new' }
  const answered = answer === undefined ? undefined : names.byCode.get(answer.toLowerCase())
  if (answered !== undefined) return { type: 'found', record: answered, why: 'answer' }
  const keys = toNameKeys(text.name, 'village')
  const here = text.unit === null ? null : names.byUnit(text.unit)
  const atOnce = here === null ? null : findAtOnce(keys, here)
  const isSilent = text.sure !== 'ask'
  if (atOnce !== null && isSilent) return { type: 'found', record: atOnce.record, why: atOnce.why }
  const ranked = here === null ? [] : rankNames(keys, here.named)
  const sure = chooseSurely(keys, ranked)
  if (sure !== null && isSilent) return { type: 'found', record: sure.record, why: sure.why }
  const choices = listChoices(text, { keys, ranked, names })
  if (choices.length === 0) return text.expect === 'known' ? unknown : { type: 'new' }
  const context = text.context === '' ? null : text.context
  const ask = { key, kind: 'village', text: text.name, context, choices } as const
  return { type: 'ask', ask: text.expect === 'known' ? ask : { ...ask, may_be_new: true } }
}

interface Listed {
  readonly keys: readonly NameKeys[]
  readonly ranked: readonly RankedName<KnownVillage>[]
  readonly names: VillageNames
}

/** What is alike in the commune, then elsewhere in the huyện; of a village that has to be there, at last the least unlike. */
function listChoices(text: VillageText, { keys, ranked, names }: Listed): QuestionChoice[] {
  const alikeElsewhere = listAlike(keys, names.all).filter(({ record }) => names.isIn(record, text))
  if (text.expect === 'known_or_new') {
    const near = ranked.filter(({ slips }) => slips <= near_slips)
    return toChoices(text.unit === null ? alikeElsewhere : near, names.describe)
  }
  const listed = [...ranked, ...alikeElsewhere]
  if (listed.length > 0 || text.unit === null) return toChoices(listed, names.describe)
  return toChoices(rankAnyway(keys, names.byUnit(text.unit).named).slice(0, 5), names.describe)
}
