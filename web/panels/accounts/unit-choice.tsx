/** Of which units is an UBND? Districts and communes, both before and from 7/2025. */
import { useEffect } from 'react'
import type { UnitRef } from '../../../core/permissions.ts'
import { compareNames } from '../../../core/text.ts'
import { useDistrictNames } from '../../hooks/use-district-names.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { loadLayer } from '../../load-layers.ts'
import { useApp } from '../../state/store.ts'
import { getUnitFeatures } from '../../state/units.ts'
import { Field } from './field.tsx'
import { useUnitName } from './use-unit-name.ts'

const sets = [
  ['district', 'districts'],
  ['commune', 'communes'],
  ['commune-2025', 'communes-2025'],
] as const

interface UnitChoiceProps {
  readonly units: readonly UnitRef[]
  readonly onChange: (units: readonly UnitRef[]) => void
}

export function UnitChoice({ units, onChange }: UnitChoiceProps) {
  const { t, p } = usePartWords('accounts')
  const sources = useApp((state) => state.sources)
  const districts = useDistrictNames()
  const toUnitName = useUnitName()
  useEffect(() => {
    for (const [, layer] of sets) void loadLayer(layer)
  }, [])
  return (
    <div className="form">
      {units.length > 0 && (
        <ul className="row-actions">
          {units.map((unit) => (
            <li key={toKey(unit)} className="chip">
              {toUnitName(unit)}{' '}
              <button
                type="button"
                aria-label={p('users.unit_remove', { name: toUnitName(unit) })}
                onClick={() => onChange(units.filter((other) => toKey(other) !== toKey(unit)))}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
      )}
      <Field label={p('users.unit_add')}>
        {(ids) => (
          <select {...ids} value="" onChange={({ target }) => add(target.value)}>
            <option value="" />
            {sets.map(([set, layer]) => (
              <optgroup key={set} label={toGroup(set)}>
                {[...getUnitFeatures(sources[layer])]
                  .sort((a, b) => compareNames(a.properties.name, b.properties.name))
                  .map(({ properties: { code, name, parent_code } }) => (
                    <option key={code} value={`${set}:${code}`}>
                      {[name, districts.get(parent_code ?? '')].filter(Boolean).join(', ')}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
    </div>
  )

  function toGroup(set: (typeof sets)[number][0]): string {
    return set === 'district'
      ? t('unit_sets.district')
      : t(`layer_names.${set === 'commune' ? 'communes' : 'communes-2025'}`)
  }

  function add(text: string): void {
    const [unit_set, code] = text.split(':') as [UnitRef['unit_set'], string?]
    if (code === undefined || units.some((unit) => toKey(unit) === text)) return
    onChange([...units, { unit_set, code }])
  }
}

function toKey({ unit_set, code }: UnitRef): string {
  return `${unit_set}:${code}`
}
