/** What stands in the files about circles: villages gained, areas of units, trial sites as GeoJSON? Every one says what it is. */
import type { FeatureCollection } from '../../core/geo.ts'
import type { SiteCircle } from '../../core/coverage/site-circle.ts'
import { toCirclePolygon } from './circle-features.ts'

export interface CircleTexts {
  /** `Trạm thử 1` */
  readonly toName: (index: number) => string
  /** The mark of an estimate. */
  readonly mark: string
}

/** A point and a circle for each trial site. */
export function toTrialCollection(
  trial: readonly SiteCircle[],
  { toName, mark }: CircleTexts,
): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: trial.flatMap((circle, index) => {
      const properties = { name: toName(index), radius_m: circle.radius_m, basis: 'predicted', note: mark }
      return [
        {
          type: 'Feature' as const,
          geometry: { type: 'Point' as const, coordinates: [...circle.position] },
          properties: { ...properties, kind: 'trial_site' },
        },
        {
          type: 'Feature' as const,
          geometry: toCirclePolygon(circle),
          properties: { ...properties, kind: 'circle' },
        },
      ]
    }),
  }
}
