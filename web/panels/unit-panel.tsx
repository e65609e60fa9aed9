/** How does one unit stand? All shares with the numbers behind them, and the gaps of the service asked about. */
import { useWords } from '../hooks/use-words.ts'
import { useUnitTable } from '../hooks/use-unit-table.ts'
import { toTitleName } from '../i18n/unit-names.ts'
import { useApp } from '../state/store.ts'
import { findUnit, getUnitFeatures, layerOfSet, toBounds, type UnitFeature } from '../state/units.ts'
import { lookAt } from '../state/transitions.ts'
import type { UnitSet } from '../../core/coverage/question.ts'
import { UnitAreaPlace } from './circles/circle-places.tsx'
import { PanelFrame } from './panel-frame.tsx'
import { UnitSpeedsPlace } from './facilities/unit-speeds-place.tsx'
import { ServiceShares } from './service-shares.tsx'
import { UnitGaps } from './unit-gaps.tsx'
import { UnitSuccession } from './unit-succession.tsx'
import { UnitToolsPlace } from './villages/village-places.tsx'

interface UnitPanelProps {
  readonly unit_set: UnitSet
  readonly code: string
}

export function UnitPanel({ unit_set, code }: UnitPanelProps) {
  const unit = useApp((state) => findUnit(state.sources, unit_set, code))
  const isLoaded = useApp((state) => state.sources[layerOfSet[unit_set]] !== null)
  const answer = useApp((state) => state.answer)
  if (!isLoaded || answer?.view.unit_set !== unit_set) return null
  if (unit === null) return <UnknownUnit unit_set={unit_set} code={code} />
  return <KnownUnit unit={unit} unit_set={unit_set} />
}

function KnownUnit({ unit, unit_set }: { readonly unit: UnitFeature; readonly unit_set: UnitSet }) {
  const { t, formats } = useWords()
  const features = useApp((state) => getUnitFeatures(state.sources[layerOfSet[unit_set]]))
  const table = useUnitTable()
  const { properties } = unit
  const index = features.findIndex((feature) => feature.properties.code === properties.code)
  const row = table?.rows[index]
  const people = properties.population
  const speeds = (unit_set === 'commune' || unit_set === 'commune-2025') && (
    <UnitSpeedsPlace unit_set={unit_set} code={properties.code} />
  )
  const subtitle =
    people === null ? '' : t('counted.population', { count: people, n: formats.integer(people) })
  return (
    <PanelFrame
      title={toTitleName(properties, t)}
      subtitle={subtitle}
      focus_key={`${unit_set}:${properties.code}`}
      action={
        <button
          type="button"
          className="text-button"
          onClick={() => useApp.setState((state) => lookAt(state, toBounds(unit)))}
        >
          {t('panel.zoom_to')}
        </button>
      }
    >
      {(unit_set === 'commune' || unit_set === 'commune-2025') && (
        <UnitSuccession unit={unit} unit_set={unit_set} />
      )}
      <UnitToolsPlace unit_set={unit_set} code={properties.code} />
      {row?.share.total === 0 ? (
        <>
          <p>{t('unit.no_villages')}</p>
          {speeds}
        </>
      ) : (
        <>
          <ServiceShares unit_index={index} />
          <UnitAreaPlace unit_index={index} />
          {speeds}
          <UnitGaps unit_index={index} code={properties.code} />
        </>
      )}
    </PanelFrame>
  )
}

function UnknownUnit({ unit_set, code }: UnitPanelProps) {
  const { t } = useWords()
  return (
    <PanelFrame
      title={t('unit.not_found', { code, unit_set: t(`unit_columns.${unit_set}`) })}
      focus_key={`${unit_set}:${code}`}
    >
      <p>{t('unit.not_found_text')}</p>
    </PanelFrame>
  )
}
