/** Which villages are left without the service? The most people first. */
import { useMemo, useState } from 'react'
import type { FailureAnswer, LostService } from '../../../core/gaps/if-fails.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useUnitNames } from '../../hooks/use-unit-names.ts'
import { useApp } from '../../state/store.ts'
import { lookAt, select } from '../../state/transitions.ts'
import { getVillageFeatures, type VillageFeature } from '../../state/units.ts'

/** Rows at once: more are drawn when asked for. */
const step = 100

interface FailureVillagesProps {
  readonly answer: FailureAnswer
  readonly service: LostService
}

export function FailureVillages({ answer, service }: FailureVillagesProps) {
  const { p, formats } = usePartWords('flags')
  const villages = useApp((state) => state.sources.villages)
  const { lost, partial } = useMemo(
    () => splitByLoss(getVillageFeatures(villages), answer, service),
    [villages, answer, service],
  )
  const [shown, setShown] = useState(step)
  return (
    <section>
      <h3>{p('fails.list', { n: formats.integer(lost.length), service: p(`fails.services.${service}`) })}</h3>
      {partial.length > 0 && (
        <p className="soft">{p('fails.left_partial', { n: formats.integer(partial.length) })}</p>
      )}
      <ul className="failure-villages">
        {lost.slice(0, shown).map((village) => (
          <LostVillage key={village.id} village={village} />
        ))}
      </ul>
      {lost.length > shown && (
        <button type="button" className="plain-button" onClick={() => setShown(shown + step)}>
          {p('more', { n: formats.integer(Math.min(step, lost.length - shown)) })}
        </button>
      )}
    </section>
  )
}

function LostVillage({ village }: { readonly village: VillageFeature }) {
  const { p, formats } = usePartWords('flags')
  const toUnitName = useUnitNames()
  const { name, commune_code, district_code, population, households } = village.properties
  const toCount = (count: number | null) => (count === null ? p('fails.unknown') : formats.integer(count))
  return (
    <li>
      <svg className="failure-mark" viewBox="0 0 20 20" aria-hidden="true">
        <path d="M10 17 17 4H3Z" />
      </svg>
      <span>
        <button type="button" className="village-name" onClick={() => open(village)}>
          {name}
        </button>
        <span className="soft">
          {[toUnitName('commune_code', commune_code), toUnitName('district_code', district_code)]
            .filter((unit) => unit !== null)
            .join(', ')}
        </span>
      </span>
      <span>{p('fails.people_of', { people: toCount(population), households: toCount(households) })}</span>
    </li>
  )
}

function open({ id, geometry }: VillageFeature): void {
  useApp.setState((state) => ({
    ...select(state, { type: 'village', id }),
    ...lookAt(state, geometry.coordinates as unknown as readonly [number, number]),
  }))
}

function splitByLoss(villages: readonly VillageFeature[], answer: FailureAnswer, service: LostService) {
  const leftOf = new Map(
    answer.villages.flatMap(({ id, losses }) =>
      losses.filter((loss) => loss.service === service).map(({ left }) => [id, left] as const),
    ),
  )
  const having = (left: 'nothing' | 'partial') =>
    villages
      .filter(({ id }) => leftOf.get(id) === left)
      .sort((a, b) => (b.properties.population ?? 0) - (a.properties.population ?? 0) || a.id - b.id)
  return { lost: having('nothing'), partial: having('partial') }
}
