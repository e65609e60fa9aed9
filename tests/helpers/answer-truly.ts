/** What becomes of a messy name when whoever is asked tells the truth? */
import type { Known, KnownUnit } from '../../core/import/known.ts'
import type { NameMatcher } from '../../core/import/match-names.ts'
import type { MessyName } from '../fixtures/name-mistakes.ts'

/**
 * `silent`: the right village, and nobody was asked. `asked`: about the huyện, the commune or the village, each time with the
 * right one among the choices. `missed`: asked without it, or not found. `wrong`: silently another village.
 */
export type Outcome = 'silent' | 'asked' | 'missed' | 'wrong'

export interface Reader {
  readonly known: Known
  readonly matcher: NameMatcher
}

export function matchMessyName(messy: MessyName, { known, matcher }: Reader): Outcome {
  const unit = findUnit(messy, { known, matcher })
  if (unit === null) return 'missed'
  const { name, village } = messy
  const match = matcher.matchVillage({
    name,
    unit: unit.record,
    district: null,
    context: '',
    expect: 'known',
  })
  if (match.type === 'ask') {
    return match.ask.choices.some(({ code }) => code === village.code) ? 'asked' : 'missed'
  }
  if (match.type !== 'found') return 'missed'
  if (match.record.code !== village.code) return 'wrong'
  return unit.how
}

interface FoundUnit {
  readonly record: KnownUnit
  readonly how: 'silent' | 'asked'
}

/** Who is asked for the huyện names it, and the commune is then searched for within. */
function findUnit(messy: MessyName, { known, matcher }: Reader): FoundUnit | null {
  const { commune_code, commune_2025_code, district_code } = messy.village
  const match = matcher.matchUnit(messy)
  if (match.type === 'found') return { record: match.record, how: 'silent' }
  if (match.type !== 'ask') return null
  const right = [district_code, `commune:${commune_code}`, `commune-2025:${commune_2025_code}`]
  const choice = match.ask.choices.find(({ code }) => right.includes(code))?.code
  if (choice === undefined) return null
  if (match.ask.kind === 'district') {
    const within = findUnit({ ...messy, district: choice }, { known, matcher })
    return within === null ? null : { ...within, how: 'asked' }
  }
  const [unit_set, code] = choice.split(':')
  const record = known.units.find((one) => one.unit_set === unit_set && one.code === code)
  return record === undefined ? null : { record, how: 'asked' }
}
