/** What became of the commune that is selected, or what is it made of? And whose code does it bear? */
import { useEffect } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { UnitSet } from '../../core/coverage/question.ts'
import { toSuccession, type SuccessionUnit } from '../../core/units/succession.ts'
import { useWords } from '../hooks/use-words.ts'
import { toFullName } from '../i18n/unit-names.ts'
import { loadLayer } from '../load-layers.ts'
import { useApp } from '../state/store.ts'
import { getUnitFeatures, layerOfSet, type UnitFeature } from '../state/units.ts'

interface UnitSuccessionProps {
  readonly unit: UnitFeature
  readonly unit_set: 'commune' | 'commune-2025'
}

/** The other set is fetched to say it. */
export function UnitSuccession({ unit, unit_set }: UnitSuccessionProps) {
  const { t, formats } = useWords()
  const other: UnitSet = unit_set === 'commune' ? 'commune-2025' : 'commune'
  const features = useApp(useShallow((state) => getUnitFeatures(state.sources[layerOfSet[other]])))
  useEffect(() => void loadLayer(layerOfSet[other]), [other])
  const asked = { ...unit.properties, unit_set }
  const others = features.map(({ properties }) => ({ ...properties, unit_set: other }))
  const { successor, predecessors, code_also_names } = toSuccession<SuccessionUnit>(asked, [asked, ...others])
  return (
    <div className="unit-succession">
      {successor !== null && (
        <p>
          {t('unit.became', { month: formats.month(successor.valid_from), name: toFullName(successor, t) })}
        </p>
      )}
      {predecessors.length > 0 && (
        <p>
          {t('unit.took_in', {
            month: formats.month(asked.valid_from),
            names: predecessors.map((old) => toFullName(old, t)).join(', '),
          })}
        </p>
      )}
      {code_also_names.map((unlike) => (
        <p key={unlike.unit_set} className="soft">
          {t('unit.code_also', { code: unlike.code, name: toFullName(unlike, t) })}
        </p>
      ))}
      <button
        type="button"
        className="text-button"
        onClick={() => useApp.setState({ page: 'communes', lookup: asked.code })}
      >
        {t('unit.look_up')}
      </button>
    </div>
  )
}
