/** Of which act, carrier, district, step, blocker and urgency are the villages that one looks at? */
import { assignmentStates } from '../../../core/assignments/lifecycle.ts'
import { compareNames } from '../../../core/text.ts'
import { blockers } from '../../../core/gaps/blockers.ts'
import { assignedGroups, type AssignedRow } from '../../state/assigned-rows.ts'
import type { AssignedFilter } from '../../state/assigned-view.ts'
import { useApp } from '../../state/store.ts'
import { changeAssigned } from './change-assigned.ts'
import { useAssignedWords } from './use-assigned-words.ts'

type Named = readonly [value: string, name: string]

export function AssignedFilters({ rows }: { readonly rows: readonly AssignedRow[] }) {
  const { p, t, nameCarrier } = useAssignedWords()
  const records = rows.map(({ record }) => record)
  const isTold = records.some(({ progress }) => progress !== null)
  const present = new Set(rows.map(({ group }) => group))
  const choices: Readonly<Record<AssignedFilter, readonly Named[]>> = {
    act: listNamed(records.map((record) => [record.act_code, record.act_number ?? record.act_title])),
    carrier: listNamed(records.map(({ carrier_code }) => [carrier_code, nameCarrier(carrier_code)])),
    district: listNamed(
      records.flatMap(({ district_code, district_name }) =>
        district_code === null ? [] : [[district_code, district_name ?? district_code] as const],
      ),
    ),
    urgency: assignedGroups
      .filter((group) => present.has(group))
      .map((group) => [group, p(`groups.${group}`)] as const),
    state: assignmentStates.map((state) => [state, p(`states.${state}`)] as const),
    blocker: blockers.map((blocker) => [blocker, t(`blockers.${blocker}`)] as const),
  }
  const shown: readonly AssignedFilter[] = isTold
    ? ['urgency', 'state', 'blocker', 'carrier', 'district', 'act']
    : ['carrier', 'district', 'act']
  return (
    <section className="assigned-filters" aria-label={p('filters.title')}>
      {shown.map((filter) => (
        <FilterChoice key={filter} filter={filter} choices={choices[filter]} />
      ))}
    </section>
  )
}

function FilterChoice({
  filter,
  choices,
}: {
  readonly filter: AssignedFilter
  readonly choices: readonly Named[]
}) {
  const { p } = useAssignedWords()
  const value = useApp(({ assigned }) => assigned[filter])
  return (
    <label className="form-field">
      <span>{p(`filters.${filter}`)}</span>
      <select
        value={value ?? ''}
        onChange={(event) =>
          changeAssigned({ [filter]: event.target.value === '' ? null : event.target.value })
        }
      >
        <option value="">{p('filters.all')}</option>
        {choices.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

function listNamed(named: readonly Named[]): Named[] {
  return [...new Map(named)].sort(([, a], [, b]) => compareNames(a, b))
}
