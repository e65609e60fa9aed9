/** Around which sites are circles drawn for a service? Around those with a station on air that gives it. */
import type { AskedService } from './states.ts'

/** Technologies of sites, as the columns `has_4g` … of the layer name them. */
export const circleTechnologies = ['2g', '3g', '4g', '5g'] as const
export type CircleTechnology = (typeof circleTechnologies)[number]

/**
 * A site with any of these has a circle. Fibre comes by cable and has none: an empty list says that circles do not answer the
 * question. Where a service unites fibre with the air, circles show its part in the air.
 */
export function toCircleTechnologies(service: AskedService): readonly CircleTechnology[] {
  switch (service) {
    case 'fibre':
      return []
    case 'mobile':
    case '2g-only':
      return ['3g', '4g', '5g']
    case 'any':
      return circleTechnologies
    case 'fibre-or-4g':
      return ['4g']
    default:
      return [service]
  }
}
