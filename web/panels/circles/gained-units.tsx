/** In which units would something change, and by how much? */
import { usePartWords } from '../../hooks/use-part-words.ts'
import { toShortName } from '../../i18n/unit-names.ts'
import { useApp } from '../../state/store.ts'
import type { AnsweredTrial } from '../../state/trial-screen.ts'
import { getUnitFeatures, layerOfSet } from '../../state/units.ts'
import { BeforeAfter } from './before-after.tsx'

export function GainedUnits({ answered: { answer, view } }: { readonly answered: AnsweredTrial }) {
  const { t, p, formats } = usePartWords('circles')
  const features = useApp((state) => getUnitFeatures(state.sources[layerOfSet[view.unit_set]]))
  if (answer.units.length === 0) return null
  const toText = (percent: number | null) => (percent === null ? '–' : formats.percent(percent))
  const units = [...answer.units].sort((a, b) => b.gained - a.gained)
  return (
    <section aria-label={p('gain.by_unit')}>
      <h3>{p('gain.by_unit')}</h3>
      <table className="circle-table">
        <thead>
          <tr>
            <th scope="col">{p('gain.unit')}</th>
            <th scope="col">{p('gain.gained')}</th>
            <th scope="col">{p('gain.share_column')}</th>
            <th scope="col">{p('gain.area_column')}</th>
          </tr>
        </thead>
        <tbody>
          {units.map(({ unit, gained, share, area }) => {
            const properties = features[unit]?.properties
            return (
              <tr key={unit}>
                <th scope="row">{properties === undefined ? '' : toShortName(properties, t)}</th>
                <td>{formats.integer(gained)}</td>
                <td>
                  <BeforeAfter before={toText(share.before.percent)} after={toText(share.after.percent)} />
                </td>
                <td>
                  {area !== null && (
                    <BeforeAfter before={toText(area.before.percent)} after={toText(area.after.percent)} />
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
