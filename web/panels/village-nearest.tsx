/** From where could a village be served? The nearest live site of each carrier. */
import { useWords } from '../hooks/use-words.ts'
import type { VillageRecord } from '../../core/api/records.ts'
import { toDirection } from '../state/direction.ts'
import { useApp } from '../state/store.ts'
import { select, toggleLayer } from '../state/transitions.ts'
import { CarrierMark } from './carrier-mark.tsx'

export function VillageNearest({ village }: { readonly village: VillageRecord }) {
  const { t, formats } = useWords()
  const { nearest_sites } = village
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
              {site.bearing_deg === null
                ? formats.distance(site.distance_m)
                : t('village.distance', {
                    distance: formats.distance(site.distance_m),
                    direction: t(`directions.${toDirection(site.bearing_deg)}`),
                  })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The mark of a site that is opened has to be on the map. */
function openSite(id: number): void {
  useApp.setState((state) => ({
    ...(state.visible.includes('sites') ? {} : toggleLayer(state, 'sites')),
    ...select(state, { type: 'site', id }),
  }))
}
