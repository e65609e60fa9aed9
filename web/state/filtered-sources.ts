/** What does the map draw when one carrier is asked about? Its sites, its routes, its assignments. */
import type { Feature, FeatureCollection } from '../../core/geo.ts'
import type { MapSources } from '../map/map-view-props.ts'

type Holds = (properties: Readonly<Record<string, unknown>>, carrier: string) => boolean

const onAir: Holds = ({ carriers }, carrier) => Array.isArray(carriers) && carriers.includes(carrier)
const owns: Holds = ({ owner_code, tenant_codes }, carrier) =>
  owner_code === carrier || (Array.isArray(tenant_codes) && tenant_codes.includes(carrier))
const isAssigned: Holds = ({ carrier_code }, carrier) => carrier_code === carrier

const filters = [
  ['sites', onAir],
  ['generator-sites', onAir],
  ['cable-routes', owns],
  ['assignments', isAssigned],
] as const

const filtered = new WeakMap<FeatureCollection, Map<string, FeatureCollection>>()

/** The sources as they are for all carriers; the same collection for the same carrier, so that nothing is redrawn. */
export function toFilteredSources(sources: MapSources, carrier: string | null): MapSources {
  if (carrier === null) return sources
  const drawn = { ...sources }
  for (const [id, holds] of filters) {
    const source = sources[id]
    if (source !== null) drawn[id] = filterCollection(source, carrier, holds)
  }
  return drawn
}

function filterCollection(source: FeatureCollection, carrier: string, holds: Holds): FeatureCollection {
  const known = filtered.get(source) ?? new Map<string, FeatureCollection>()
  filtered.set(source, known)
  const made =
    known.get(carrier) ??
    ({
      ...source,
      features: source.features.filter(({ properties }: Feature) => holds(properties ?? {}, carrier)),
    } satisfies FeatureCollection)
  known.set(carrier, made)
  return made
}
