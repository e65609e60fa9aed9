/** What does the map need of each site? Its place, name and the key of its mark. */
import type { Feature, FeatureCollection, Point } from '../../core/geo.ts'
import type { Site } from '../../core/inventory/sites.ts'
import { hasLetterInside, toSiteImageKey, type SiteMark, type SiteSymbol } from './image-ids.ts'

/** The strongest technology on air. */
export function toSiteSymbol(site: Pick<Site, 'has_2g' | 'has_3g' | 'has_4g' | 'has_5g'>): SiteSymbol {
  if (site.has_5g) return '5g'
  if (site.has_4g) return '4g'
  if (site.has_3g) return '3g'
  return site.has_2g ? '2g' : 'none'
}

export function toSiteMark(site: Site): SiteMark {
  return {
    symbol: toSiteSymbol(site),
    carriers: site.carriers,
    power: site.power_source === 'generator' ? 'generator' : 'other',
    sharing: site.shareable ? 'offered' : 'closed',
    status: site.status,
  }
}

/**
 * Sites with their marks. `letters` names the carriers beside the mark where the mark has no room for a letter.
 */
export function toSiteFeatures(
  sites: FeatureCollection | null,
  letterOf: ReadonlyMap<string, string>,
): FeatureCollection<Point> {
  const features = (sites?.features ?? []).flatMap((site): Feature<Point>[] => {
    if (site.geometry?.type !== 'Point' || site.id === undefined) return []
    const given = site.properties as Site
    const mark = toSiteMark(given)
    const properties = {
      name: given.name,
      status: given.status,
      image: toSiteImageKey(mark),
      letters: hasLetterInside(mark) ? '' : mark.carriers.map((code) => letterOf.get(code) ?? '').join('·'),
      rank: toRank(mark),
    }
    return [{ type: 'Feature', id: site.id, properties, geometry: site.geometry }]
  })
  return { type: 'FeatureCollection', features }
}

/** Shared and newer sites are drawn over the others. */
function toRank(mark: SiteMark): number {
  const technology = ['none', '2g', '3g', '4g', '5g'].indexOf(mark.symbol)
  return mark.status === 'live' ? technology + mark.carriers.length * 10 : -1
}
