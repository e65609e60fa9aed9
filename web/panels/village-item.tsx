/** What should be seen of a village in a list? Where it is, how many live there, who is assigned, what hinders it. */
import { useWords } from '../hooks/use-words.ts'
import type { AskedService } from '../../core/coverage/states.ts'
import type { GapFacts } from '../hooks/use-gap-facts.ts'
import type { ListedVillage } from '../state/village-list.ts'
import { useApp } from '../state/store.ts'
import { lookAt, select } from '../state/transitions.ts'
import { StateMark } from './state-mark.tsx'

interface VillageItemProps {
  readonly village: ListedVillage
  readonly facts: GapFacts
  readonly service: AskedService
}

export function VillageItem({ village: { feature, state }, facts, service }: VillageItemProps) {
  const { t, formats } = useWords()
  const { properties } = feature
  const carriers = useApp((app) => app.province?.carriers)
  const isGap = state !== 'covered'
  const details = [
    facts.within,
    properties.population === null ? null : t('gaps.people', { n: formats.integer(properties.population) }),
    ...facts.assignments.map(({ carrier_code }) =>
      t('gaps.assigned_to', {
        carrier: carriers?.find(({ code }) => code === carrier_code)?.name ?? carrier_code,
      }),
    ),
    isGap && facts.nearest_m !== null
      ? t('gaps.nearest', { kind: t(`gap_sites.${service}`), distance: formats.distance(facts.nearest_m) })
      : null,
  ].filter((detail) => detail !== null)
  return (
    <li className="village-item">
      <StateMark state={state} />
      <div>
        <button type="button" className="village-name" onClick={open}>
          {properties.name}
          <span className="visually-hidden"> ({t(`states.${state}`)})</span>
        </button>
        {isGap &&
          facts.blockers.map((blocker) => (
            <span className="chip" key={blocker}>
              {t(`blockers.${blocker}`)}
            </span>
          ))}
        <p className="soft">{details.join(' · ')}</p>
      </div>
    </li>
  )

  function open(): void {
    const [lng = 0, lat = 0] = feature.geometry.coordinates
    useApp.setState((app) => ({
      ...select(app, { type: 'village', id: feature.id }),
      ...lookAt(app, [lng, lat]),
    }))
  }
}
