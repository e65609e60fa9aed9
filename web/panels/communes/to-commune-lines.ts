/** What is there to say of a commune's succession, in sentences: for the card, and for the text that is copied? */
import { toSearchText } from '../../../core/text.ts'
import type { Succession } from '../../../core/units/succession.ts'
import type { PartWords } from '../../hooks/use-part-words.ts'
import type { ListedUnit } from '../../hooks/use-succession-units.ts'
import { toFullName, toTitleName } from '../../i18n/unit-names.ts'

type Words = PartWords<'communes'>

export interface CommuneLines {
  readonly title: string
  readonly sentences: readonly string[]
  /** Of a new commune: the old ones that it is made of. */
  readonly parts: readonly string[]
  /** What is easily mistaken. */
  readonly warnings: readonly string[]
}

export function toCommuneLines(
  succession: Succession<ListedUnit>,
  units: readonly ListedUnit[],
  words: Words,
): CommuneLines {
  const { unit, successor, predecessors, districts } = succession
  const { p, t, formats } = words
  const sentences =
    successor === null
      ? unit.valid_to === null
        ? []
        : [p('until', { date: formats.date(unit.valid_to) })]
      : [
          p('became', {
            date: formats.date(successor.valid_from),
            name: toFullName(successor, t),
            code: successor.code,
          }),
        ]
  const took_in =
    predecessors.length === 0
      ? []
      : [p('took_in', { date: formats.date(unit.valid_from), n: formats.integer(predecessors.length) })]
  const straddles =
    predecessors.length > 0 && districts.length > 1
      ? [
          p('straddles', {
            n: formats.integer(districts.length),
            names: districts.map((district) => toFullName(district, t)).join(', '),
          }),
        ]
      : []
  return {
    title: `${toTitleName(unit, t)} (${p(toAge(unit))}), ${p('code').toLocaleLowerCase()} ${unit.code}`,
    sentences: [...sentences, ...took_in],
    parts: predecessors.map((old) => toPart(old, units, words)),
    warnings: [
      ...straddles,
      ...toCodeWarnings(succession, words),
      ...toNameWarnings(succession, units, words),
    ],
  }
}

export function toAge({ unit_set }: ListedUnit): 'old' | 'new' {
  return unit_set === 'commune-2025' ? 'new' : 'old'
}

function toPart(old: ListedUnit, units: readonly ListedUnit[], { t, p }: Words): string {
  const district = units.find(({ unit_set, code }) => unit_set === 'district' && code === old.parent_code)
  const where = district === undefined ? '' : `, ${toFullName(district, t)}`
  return `${toFullName(old, t)} (${p('code').toLocaleLowerCase()} ${old.code})${where}`
}

function toCodeWarnings({ unit, code_also_names }: Succession<ListedUnit>, { p, t }: Words): string[] {
  return code_also_names
    .filter(({ unit_set }) => unit_set !== 'district')
    .map((other) =>
      p(other.unit_set === 'commune-2025' ? 'code_is' : 'code_was', {
        code: unit.code,
        name: toFullName(other, t),
      }),
    )
}

/** Of the other set, of the same name, and neither what it became nor what it is made of. */
function toNameWarnings(
  { unit, successor, predecessors }: Succession<ListedUnit>,
  units: readonly ListedUnit[],
  { p, t }: Words,
): string[] {
  const kin = new Set([unit, successor, ...predecessors])
  const name = toSearchText(unit.name)
  return units
    .filter((other) => other.unit_set !== 'district' && other.unit_set !== unit.unit_set)
    .filter((other) => !kin.has(other) && toSearchText(other.name) === name)
    .map((other) => p('same_name', { name: toFullName(other, t), age: p(toAge(other)), code: other.code }))
}

/** As it is pasted into a letter. */
export function toCommuneText({ title, sentences, parts, warnings }: CommuneLines): string {
  return [title, ...sentences, ...parts.map((part) => `- ${part}`), ...warnings].join('\n')
}
