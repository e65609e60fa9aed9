/** What stands at a site: whose stations, on which power, since when? */
import { useSite } from '../hooks/use-record.ts'
import { useWords, type Words } from '../hooks/use-words.ts'
import type { SiteRecord } from '../../core/api/records.ts'
import { useApp } from '../state/store.ts'
import { CarrierMark } from './carrier-mark.tsx'
import { Facts, type Fact } from './facts.tsx'
import { PanelFrame } from './panel-frame.tsx'
import { RecordProblem } from './record-problem.tsx'
import { FailButtonPlace } from './flags/flag-places.tsx'
import { SiteToolsPlace } from './sites/editing-place.tsx'

export function SitePanel({ id }: { readonly id: number }) {
  const fetched = useSite(id)
  const focus_key = `site:${id}`
  if (fetched.status !== 'ready') {
    return (
      <RecordProblem problem={fetched.status === 'failed' ? fetched.problem : null} focus_key={focus_key} />
    )
  }
  return <KnownSite site={fetched.value} focus_key={focus_key} />
}

/** Lists often give the word in the name itself. */
const beginsWithWord = (name: string) => /^trạm\s/iu.test(name)

function KnownSite({ site, focus_key }: { readonly site: SiteRecord; readonly focus_key: string }) {
  const words = useWords()
  const { t } = words
  const owner = useApp((state) => state.province?.carriers.find(({ code }) => code === site.owner_code)?.name)
  return (
    <PanelFrame
      title={beginsWithWord(site.name) ? site.name : t('site.title', { name: site.name })}
      subtitle={`${site.code} · ${site.commune_name} · ${site.district_name}`}
      focus_key={focus_key}
      action={<FailButtonPlace failing={{ type: 'site', id: site.id }} />}
    >
      {site.is_sample && <p className="sample-note">{t('panel.sample_record')}</p>}
      <SiteToolsPlace site={site} />
      <SiteStations stations={site.stations} />
      <Facts facts={[...toFacts(site, words), [t('site.owner'), owner ?? site.owner_code]]} />
    </PanelFrame>
  )
}

function SiteStations({ stations }: Pick<SiteRecord, 'stations'>) {
  const { t } = useWords()
  const carriers = [...new Set(stations.map(({ carrier_code }) => carrier_code))]
  return (
    <section>
      <h3>{t('site.stations')}</h3>
      {carriers.length === 0 && <p className="soft">{t('site.no_stations')}</p>}
      <ul className="stations">
        {carriers.map((carrier) => (
          <li key={carrier}>
            <CarrierMark code={carrier} />
            <ul>
              {stations
                .filter(({ carrier_code }) => carrier_code === carrier)
                .map((station) => (
                  <StationItem key={station.technology} station={station} />
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

function StationItem({ station }: { readonly station: SiteRecord['stations'][number] }) {
  const words = useWords()
  const { t } = words
  const { bands_mhz = [], technology } = station
  return (
    <li>
      <strong>{technology.toUpperCase()}</strong> {toAirText(station, words)}
      {bands_mhz.length > 0 && (
        <span className="soft"> · {t('site.bands', { bands: bands_mhz.join(', ') })}</span>
      )}
    </li>
  )
}

function toAirText(station: SiteRecord['stations'][number], { t, formats }: Words): string {
  const { on_air_on = null, off_air_on = null } = station
  if (off_air_on !== null) return t('site.off_air', { date: formats.date(off_air_on) })
  return on_air_on === null ? t('site.planned') : t('site.on_air', { date: formats.date(on_air_on) })
}

function toFacts(site: SiteRecord, { t, formats }: Words): Fact[] {
  const toYes = (value: boolean | null | undefined) =>
    value == null ? null : value ? t('village.is') : t('village.is_not')
  const height =
    site.mast_height_m == null ? null : t('site.mast_height', { n: formats.decimal(site.mast_height_m) })
  return [
    [t('site.status'), t(`site.statuses.${site.status}`)],
    [t('site.power_source'), t(`site.powers.${site.power_source}`)],
    [t('site.backup'), toYes(site.has_backup_generator)],
    [t('site.backhaul'), site.backhaul == null ? null : t(`site.backhauls.${site.backhaul}`)],
    [t('site.mast'), [site.mast_kind, height].filter((part) => part != null).join(' · ')],
    [t('site.shared'), toYes(site.shared)],
    [t('site.shareable'), toYes(site.shareable)],
    [t('site.address'), site.address],
    [t('panel.coordinates'), `${formats.coordinate(site.lat)}; ${formats.coordinate(site.lng)}`],
  ]
}
