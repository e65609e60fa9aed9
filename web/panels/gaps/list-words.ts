/** How is a list named: its scope, its rule, its groups, its filter? */
import type { Blocker } from '../../../core/gaps/blockers.ts'
import type { PracticeGroup } from '../../../core/gaps/groups.ts'
import type { RankRule } from '../../../core/gaps/rank.ts'
import type { PartWords } from '../../hooks/use-part-words.ts'
import { toShortName, toTitleName } from '../../i18n/unit-names.ts'
import type { ResolvedScope } from '../../state/list-scope.ts'
import type { Grouping, ListScope, ListView } from '../../state/list-view.ts'
import type { UnitRow } from '../../state/unit-rows.ts'
import type { CarrierNames } from './cell-text.ts'

type Words = PartWords<'gaps'>

export function toScopeName(scope: ListScope, resolved: ResolvedScope | null, words: Words): string {
  const { p, t, formats } = words
  if (scope.type === 'province') return p('of_province')
  if (resolved === null) return p('of_unknown')
  if (scope.type === 'unit') return resolved.rows[0] === undefined ? '' : toTitleName(resolved.rows[0], t)
  const { from } = scope
  const to = resolved.class_to
  if (scope.type === 'share') {
    if (to === null) return p('of_full_class')
    const range = p('range.between', { from: formats.shortPercent(from), to: formats.shortPercent(to) })
    return p('of_share_class', { range })
  }
  const range =
    to === null
      ? p('range.from', { from: String(from) })
      : from === to
        ? String(from)
        : p('range.counts', { from, to })
  return p('of_remaining_class', { range })
}

/** The names of the units of a class, as far as they fit. */
export function toUnitNames({ rows }: ResolvedScope, { p, t }: Words): string {
  const names = rows.slice(0, namesShown).map((row) => toShortName(row, t))
  return p('units', { names: [...names, ...(rows.length > namesShown ? ['…'] : [])].join(', ') })
}

const namesShown = 12

export function toRuleWords(rule: RankRule, { p }: Words): string {
  return rule.map(({ criterion, direction }) => p(`steps.${criterion}.${direction}`)).join(p('rank_then'))
}

export interface GroupNames {
  readonly grouping: Grouping
  /** In the order of the answer. */
  readonly units: readonly UnitRow[]
  readonly carriers: CarrierNames
}

export function toGroupName(key: string, { grouping, units, carriers }: GroupNames, { p, t }: Words): string {
  switch (grouping) {
    case 'practice':
      return p(`practice.${key as PracticeGroup}`)
    case 'blocker':
      return key === 'none' ? p('no_blocker') : toSentence(t(`blockers.${key as Blocker}`))
    case 'carrier':
      return key === 'none' ? p('no_carrier') : (carriers.get(key) ?? key)
    default: {
      const unit = units[Number(key)]
      return unit === undefined ? p('no_unit') : toTitleName(unit, t)
    }
  }
}

function toSentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}

/** `chưa có, một phần` */
export function toStateNames(states: ListView['states'], { t }: Words): string {
  return states.map((state) => t(`states.${state}`)).join(', ')
}
