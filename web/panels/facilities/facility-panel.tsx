/** What is known of a facility? */
import { useEffect } from 'react'
import type { Facility } from '../../../core/inventory/facilities.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { toFullName } from '../../i18n/unit-names.ts'
import { loadLayer } from '../../load-layers.ts'
import { useApp } from '../../state/store.ts'
import { findUnit } from '../../state/units.ts'
import { Facts } from '../facts.tsx'
import { PanelFrame } from '../panel-frame.tsx'

export function FacilityPanel({ id }: { readonly id: number }) {
  const { t, p, formats } = usePartWords('records')
  const feature = useApp(({ sources }) => sources.facilities?.features.find((one) => one.id === id))
  useEffect(() => void loadLayer('facilities'), [])
  const facility = feature?.properties as Facility | undefined
  if (facility === undefined) return null
  const [lng, lat] = feature?.geometry.type === 'Point' ? feature.geometry.coordinates : []
  return (
    <PanelFrame
      title={facility.name}
      subtitle={`${p(`facility.kinds.${facility.kind}`)} · ${facility.code}`}
      focus_key={`facility:${id}`}
    >
      {facility.is_sample && <p className="sample-note">{t('panel.sample_record')}</p>}
      <Facts
        facts={[
          [p('facility.unit'), <UnitOf key="unit" facility={facility} />],
          [p('facility.address'), facility.address],
          [
            p('facility.fibre'),
            facility.has_fibre === null
              ? t('village.not_known')
              : p(facility.has_fibre ? 'facility.has_fibre' : 'facility.no_fibre'),
          ],
          [
            t('panel.coordinates'),
            lng === undefined || lat === undefined
              ? null
              : `${formats.coordinate(lat)}, ${formats.coordinate(lng)}`,
          ],
          [p('facility.note'), facility.note],
        ]}
      />
    </PanelFrame>
  )
}

/** The commune in which it lies: its name, where its layer is here, as that of the set on the map mostly is. */
function UnitOf({ facility }: { readonly facility: Facility }) {
  const { t } = usePartWords('records')
  const unit = useApp(
    ({ sources }) =>
      findUnit(sources, 'commune-2025', facility.commune_2025_code) ??
      findUnit(sources, 'commune', facility.commune_code),
  )
  useEffect(() => void loadLayer('communes-2025'), [])
  return unit === null ? null : toFullName(unit.properties, t)
}
