/** What is known of the village that has to be served: who lives there, power, road, and from where it could be served? */
import type { AssignmentRecord } from '../../../core/api/assignments.ts'
import type { Found, Near, NearSite } from '../../../core/gaps/surroundings.ts'
import { useSurroundings } from '../../hooks/use-surroundings.ts'
import { useApp } from '../../state/store.ts'
import { toDirection } from '../../state/direction.ts'
import { Facts } from '../facts.tsx'
import { StateMark } from '../state-mark.tsx'
import { useAssignedWords } from './use-assigned-words.ts'

export function VillageFacts({ record }: { readonly record: AssignmentRecord }) {
  const { p, t, formats, nameCarrier } = useAssignedWords()
  const toNearText = useNearText()
  const found = useSurroundings()
  // Without the map's data nobody looks for them.
  const isAway = useApp((state) => state.opening_problem !== null)
  const { village_id, carrier_code, households, population, grid_power, road_access } = record
  if (village_id === null) return <p className="note">{p('row.unknown_village')}</p>
  const near = found?.get(village_id)
  const waiting = found === null && !isAway ? p('opened.surroundings') : p('opened.unknown')
  const toNumber = (value: number | null) => (value === null ? p('opened.unknown') : formats.integer(value))
  return (
    <section>
      <h4>{p('opened.village')}</h4>
      <p className="assigned-today">
        <StateMark state={record.coverage_state} />
        {p('row.today', { state: t(`states.${record.coverage_state}`) })}
      </p>
      <Facts
        facts={[
          [p('opened.people'), toNumber(population)],
          [p('opened.households'), toNumber(households)],
          [
            p('opened.power'),
            grid_power === null
              ? p('opened.unknown')
              : p(grid_power ? 'opened.power_yes' : 'opened.power_no'),
          ],
          [p('opened.road'), road_access === null ? p('opened.unknown') : p(`opened.roads.${road_access}`)],
          [
            p('opened.own_site', { carrier: nameCarrier(carrier_code) }),
            near === undefined ? waiting : toNearText(findOwn(near.sites, carrier_code)),
          ],
          [p('opened.shareable'), near === undefined ? waiting : toNearText(near.shareable)],
        ]}
      />
    </section>
  )
}

function findOwn(sites: Found<readonly NearSite[]>, code: string): Found<Near> {
  if (typeof sites === 'string') return sites
  return sites.find(({ carrier_code }) => carrier_code === code) ?? 'none'
}

function useNearText(): (found: Found<Near>) => string {
  const { p, t, formats } = useAssignedWords()
  return (found) => {
    if (found === 'none') return p('opened.none_near')
    if (found === 'hidden') return p('opened.hidden')
    const { distance_m, bearing_deg } = found
    if (bearing_deg === null) return formats.distance(distance_m)
    return t('village.distance', {
      distance: formats.distance(distance_m),
      direction: t(`directions.${toDirection(bearing_deg)}`),
      degrees: String(Math.round(bearing_deg) % 360),
    })
  }
}
