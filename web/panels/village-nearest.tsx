/** From where could a village be served? The nearest live site of each carrier, mast that is offered, and fibre. */
import { useSurroundings } from '../hooks/use-surroundings.ts'
import { useWords } from '../hooks/use-words.ts'
import type { VillageRecord } from '../../core/api/records.ts'
import type { Near, Surroundings } from '../../core/gaps/surroundings.ts'
import { toDirection } from '../state/direction.ts'
import { useApp } from '../state/store.ts'
import { select, toggleLayer } from '../state/transitions.ts'
import type { SwitchableLayer } from '../map/map-view-props.ts'
import type { Selection } from '../state/selection.ts'
import { CarrierMark } from './carrier-mark.tsx'

export function VillageNearest({ village }: { readonly village: VillageRecord }) {
  const { t } = useWords()
  const { nearest_sites } = village
  const surroundings = useSurroundings()?.get(village.id)
  return (
    <section>
      <h3>{t('village.nearest')}</h3>
      {nearest_sites.length === 0 && <p className="soft">{t('village.no_nearest')}</p>}
      <ul className="nearest">
        {nearest_sites.map((site) => (
          <li key={`${site.site_id} ${site.carrier_code}`}>
            <CarrierMark code={site.carrier_code} />
            <button type="button" className="village-name" onClick={() => openSite(site.site_id)}>
              {site.site_name}
            </button>
            <span className="soft">
              {site.technologies.map((technology) => technology.toUpperCase()).join(' ')} ·{' '}
              <Away distance_m={site.distance_m} bearing_deg={site.bearing_deg} />
            </span>
          </li>
        ))}
        {surroundings !== undefined && <OtherNearest surroundings={surroundings} />}
      </ul>
    </section>
  )
}

/** What the reader is not shown is said to be kept back, not to be missing. */
function OtherNearest({ surroundings: { shareable, fibre } }: { readonly surroundings: Surroundings }) {
  const { t } = useWords()
  const toState = (found: 'none' | 'hidden') => t(`village.nearest_${found}`)
  return (
    <>
      <li>
        <span>{t('village.nearest_shareable')}</span>
        {typeof shareable === 'string' ? (
          <span className="soft">{toState(shareable)}</span>
        ) : (
          <Found near={shareable} onOpen={() => openSite(shareable.id)} />
        )}
      </li>
      <li>
        <span>{t('village.nearest_fibre')}</span>
        {typeof fibre === 'string' ? (
          <span className="soft">{toState(fibre)}</span>
        ) : (
          <Found
            near={fibre}
            kind={t(`village.fibre_${fibre.kind}`)}
            onOpen={() =>
              fibre.kind === 'route'
                ? openOnLayer('cable-routes', { type: 'cable-route', id: fibre.id })
                : openOnLayer('villages', { type: 'village', id: fibre.id })
            }
          />
        )}
      </li>
    </>
  )
}

interface FoundProps {
  readonly near: Near
  readonly kind?: string
  readonly onOpen: () => void
}

function Found({ near, kind, onOpen }: FoundProps) {
  return (
    <>
      <button type="button" className="village-name" onClick={onOpen}>
        <Away {...near} />
      </button>
      {kind !== undefined && <span className="soft">{kind}</span>}
    </>
  )
}

/** `1,7 km về phía đông bắc (41°)` */
function Away({ distance_m, bearing_deg }: Pick<Near, 'distance_m' | 'bearing_deg'>) {
  const { t, formats } = useWords()
  if (distance_m === 0) return t('village.nearest_here')
  if (bearing_deg === null) return formats.distance(distance_m)
  return t('village.distance', {
    distance: formats.distance(distance_m),
    direction: t(`directions.${toDirection(bearing_deg)}`),
    degrees: String(Math.round(bearing_deg) % 360),
  })
}

function openSite(id: number): void {
  openOnLayer('sites', { type: 'site', id })
}

/** The mark of what is opened has to be on the map. */
function openOnLayer(layer: SwitchableLayer, selection: Selection): void {
  useApp.setState((state) => ({
    ...(state.visible.includes(layer) ? {} : toggleLayer(state, layer)),
    ...select(state, selection),
  }))
}
