/** How much ground of each unit lies inside circles around sites, beside the share of its villages? */
import { useEffect, useState } from 'react'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useArea } from '../../hooks/use-area.ts'
import { engine } from '../../engine.ts'
import { toShortName } from '../../i18n/unit-names.ts'
import type { AnsweredArea } from '../../state/area-screen.ts'
import { setOverlay } from '../../state/map-screen.ts'
import { useApp } from '../../state/store.ts'
import { select } from '../../state/transitions.ts'
import { getUnitFeatures, layerOfSet } from '../../state/units.ts'
import type { AreaAnswer } from '../../workers/area.ts'
import { PageFrame } from '../page-frame.tsx'
import { AskedInTheAir } from './asked-in-the-air.tsx'
import { AreaExports } from './area-exports.tsx'
import { EstimateMark } from './estimate-mark.tsx'
import { RadiusField } from './radius-field.tsx'
import '../sites/editing.css'
import '../../styles/circles.css'

export function AreaPage() {
  const { p } = usePartWords('circles')
  const answered = useArea()
  const radius_m = useApp((state) => state.circle_radius_m)
  return (
    <PageFrame title={p('area.title')}>
      <EstimateMark />
      <AskedInTheAir />
      <RadiusField
        label={p('area.radius')}
        radius_m={radius_m}
        onChange={(circle_radius_m) => useApp.setState({ circle_radius_m })}
      />
      {answered === null && <span className="skeleton skeleton-block" aria-busy="true" />}
      {answered?.sites === 'hidden' && <p>{p('area.hidden')}</p>}
      {answered?.sites === 'failed' && <p role="alert">{p('area.failed')}</p>}
      {answered !== null && answered.area !== null && answered.sites !== 'hidden' && (
        <Measured answered={answered} area={answered.area} />
      )}
    </PageFrame>
  )
}

interface MeasuredProps {
  readonly answered: AnsweredArea
  readonly area: AreaAnswer
}

function Measured({ answered, area }: MeasuredProps) {
  const { t, p, formats } = usePartWords('circles')
  const { question } = answered.view
  const words = { radius: formats.distance(answered.radius_m), kind: t(`gap_sites.${question.service}`) }
  return (
    <>
      <p className="note">
        {p('area.sites', {
          ...words,
          n: formats.integer(area.site_count),
          date: formats.date(question.as_of),
        })}{' '}
        {answered.sites === 'in_cells' && p('gain.in_cells')}
      </p>
      <OnMap answered={answered} />
      <AreaTable answered={answered} area={area} caption={p('area.caption', words)} />
      <AreaExports answered={answered} area={area} />
    </>
  )
}

function AreaTable({ answered, area, caption }: MeasuredProps & { readonly caption: string }) {
  const { t, p, formats } = usePartWords('circles')
  const { unit_set } = answered.view
  const features = useApp((state) => getUnitFeatures(state.sources[layerOfSet[unit_set]]))
  const shares = useApp((state) => state.answer?.shares)
  const toText = (percent: number | null | undefined) => (percent == null ? '–' : formats.percent(percent))
  const rows = features
    .map(({ properties }, unit) => ({ properties, unit }))
    .sort((a, b) => (area.units[a.unit]?.percent ?? 0) - (area.units[b.unit]?.percent ?? 0))
  return (
    <table className="circle-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{p('area.unit')}</th>
          <th scope="col">{p('area.share')}</th>
          <th scope="col">{p('area.covered')}</th>
          <th scope="col">{p('area.of')}</th>
          <th scope="col">{t(`weights.${answered.view.weight}`)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ properties, unit }) => (
          <tr key={properties.code}>
            <th scope="row">
              <button
                type="button"
                className="unit-name"
                onClick={() =>
                  useApp.setState((state) => select(state, { type: 'unit', unit_set, code: properties.code }))
                }
              >
                {toShortName(properties, t)}
              </button>
            </th>
            <td>{toText(area.units[unit]?.percent)}</td>
            <td>{formats.integer((area.units[unit]?.covered_m2 ?? 0) / 1e6)}</td>
            <td>{formats.integer((area.units[unit]?.area_m2 ?? 0) / 1e6)}</td>
            <td>{toText(shares?.[unit]?.percent)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('unit_sets.province')}</th>
          <td>{toText(area.province.percent)}</td>
          <td>{formats.integer(area.province.covered_m2 / 1e6)}</td>
          <td>{formats.integer(area.province.area_m2 / 1e6)}</td>
          <td>
            <ProvinceShare />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

function ProvinceShare() {
  const { formats } = usePartWords('circles')
  const percent = useApp((state) => state.answer?.province.percent ?? null)
  return percent === null ? '–' : formats.percent(percent)
}

/** The union itself, as long as the page is open and it is wanted. */
function OnMap({ answered }: { readonly answered: AnsweredArea }) {
  const { p } = usePartWords('circles')
  const [isShown, setShown] = useState(true)
  useEffect(() => {
    if (!isShown) return
    let isWanted = true
    void engine
      .drawArea({ unit_set: answered.view.unit_set, radius_m: answered.radius_m })
      .then((geometry) => {
        if (isWanted) setOverlay('area', [{ type: 'Feature', geometry, properties: { role: 'reach' } }])
      })
    return () => {
      isWanted = false
      setOverlay('area', [])
    }
  }, [answered, isShown])
  return (
    <label className="check">
      <input type="checkbox" checked={isShown} onChange={({ target }) => setShown(target.checked)} />{' '}
      {p('area.on_map')}
    </label>
  )
}
