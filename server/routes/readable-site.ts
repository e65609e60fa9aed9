/** What of a site's record goes out? What the role never gets is absent; what is hidden of this one is null. */
import type { SiteRecord } from '../../core/api/records.ts'
import { canReadColumn, type Noun, type Role } from '../../core/permissions.ts'

type Station = SiteRecord['stations'][number]

export function toReadableSite(site: SiteRecord, role: Role): SiteRecord {
  const { stations, visibility, version, ...rest } = site
  return keepReadable(
    {
      ...rest,
      // These two have no null to hide behind.
      ...(site.access === 'full' ? { visibility, version } : {}),
      stations: stations.map((station) => toReadableStation(station, role)),
    } as SiteRecord,
    'sites',
    role,
  )
}

/** Only a station that is seen in full has an id. */
function toReadableStation(station: Station, role: Role): Station {
  const { id, carrier_code, technology } = station
  return id == null ? { carrier_code, technology } : keepReadable(station, 'stations', role)
}

function keepReadable<R extends object>(record: R, noun: Noun, role: Role): R {
  return Object.fromEntries(
    Object.entries(record).filter(([column]) => canReadColumn(role, noun, column)),
  ) as R
}
