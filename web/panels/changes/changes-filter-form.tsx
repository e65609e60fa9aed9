/** Of which area, by whom, when, and of what kind? */
import { compareNames } from '../../../core/text.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'
import { getUnitFeatures } from '../../state/units.ts'
import { Field } from '../accounts/field.tsx'
import type { ChangesFilter } from './use-changes.ts'

interface ChangesFilterFormProps {
  readonly filter: ChangesFilter
  readonly onChange: (filter: ChangesFilter) => void
}

const nouns = [
  'sites',
  'villages',
  'village_services',
  'proposals',
  'users',
  'mast_kinds',
  'plans',
  'assignments',
  'legal_acts',
  'due_papers',
  'challenges',
  'facilities',
  'cable_routes',
  'speed_results',
  'indicator_values',
  'admin_units',
  'carriers',
  'imports',
  'data_state',
] as const
const actions = [
  'create',
  'update',
  'restore',
  'propose',
  'accept',
  'return',
  'withdraw',
  'merge',
  'split',
  'import',
] as const

export function ChangesFilterForm({ filter, onChange }: ChangesFilterFormProps) {
  const { p } = usePartWords('accounts')
  const districts = useApp((state) => state.sources.districts)
  const set = (change: Readonly<Record<string, string>>) => {
    const next = Object.entries({ ...filter, ...change }).filter(([, value]) => value !== '')
    onChange(Object.fromEntries(next) as ChangesFilter)
  }
  return (
    <form className="form-grid" onSubmit={(event) => event.preventDefault()}>
      <Choice
        label={p('changes.noun')}
        value={filter.noun}
        any={p('changes.any')}
        options={nouns.map((noun) => [noun, p(`changes.nouns.${noun}`)])}
        onChange={(noun) => set({ noun })}
      />
      <Choice
        label={p('changes.action')}
        value={filter.action}
        any={p('changes.any_action')}
        options={actions.map((action) => [action, p(`changes.actions.${action}`)])}
        onChange={(action) => set({ action })}
      />
      <Choice
        label={p('changes.area')}
        value={filter.district_code}
        any={p('changes.all_areas')}
        options={getUnitFeatures(districts)
          .map(({ properties: { code, name } }) => [code, name] as const)
          .sort(([, a], [, b]) => compareNames(a, b))}
        onChange={(district_code) => set({ district_code })}
      />
      <Field label={p('changes.person')}>
        {(ids) => (
          <input
            {...ids}
            defaultValue={filter.actor}
            key={filter.actor}
            maxLength={100}
            onBlur={({ target }) => set({ actor: target.value.trim() })}
            onKeyDown={(event) => {
              if (event.key === 'Enter') set({ actor: event.currentTarget.value.trim() })
            }}
          />
        )}
      </Field>
      <Field label={p('changes.from')}>
        {(ids) => (
          <input
            {...ids}
            type="date"
            value={filter.from ?? ''}
            onChange={({ target }) => set({ from: target.value })}
          />
        )}
      </Field>
      <Field label={p('changes.to')}>
        {(ids) => (
          <input
            {...ids}
            type="date"
            value={filter.to ?? ''}
            onChange={({ target }) => set({ to: target.value })}
          />
        )}
      </Field>
    </form>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string | undefined
  readonly any: string
  readonly options: readonly (readonly [string, string])[]
  readonly onChange: (value: string) => void
}

function Choice({ label, value, any, options, onChange }: ChoiceProps) {
  return (
    <Field label={label}>
      {(ids) => (
        <select {...ids} value={value ?? ''} onChange={({ target }) => onChange(target.value)}>
          <option value="">{any}</option>
          {options.map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
