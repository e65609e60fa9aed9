/** How much of this unit's ground lies inside circles, beside the share of its villages? One line, marked as an estimate. */
import { toCircleTechnologies } from '../../../core/coverage/circle-technologies.ts'
import { useArea } from '../../hooks/use-area.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'

export function UnitArea({ unit_index }: { readonly unit_index: number }) {
  const service = useApp((state) => state.question.service)
  if (toCircleTechnologies(service).length === 0) return null
  return <Line unit_index={unit_index} />
}

function Line({ unit_index }: { readonly unit_index: number }) {
  const { t, p, formats } = usePartWords('circles')
  const answered = useArea()
  if (answered === null) return <span className="skeleton skeleton-line" aria-busy="true" />
  const unit = answered.area?.units[unit_index]
  if (answered.sites === 'hidden' || unit === undefined) return null
  return (
    <p className="note unit-area">
      {p('area.line', {
        percent: unit.percent === null ? '–' : formats.percent(unit.percent),
        km2: p('km2', { n: formats.integer(unit.covered_m2 / 1e6) }),
        radius: formats.distance(answered.radius_m),
        kind: t(`gap_sites.${answered.view.question.service}`),
      })}{' '}
      <button type="button" className="text-button" onClick={() => useApp.setState({ page: 'area' })}>
        {p('area.open')}
      </button>
    </p>
  )
}
