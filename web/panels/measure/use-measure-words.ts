/** How are lengths, directions and areas written? Small areas in m², fields in ha, land in km². */
import { usePartWords } from '../../hooks/use-part-words.ts'
import { toDirection } from '../../state/direction.ts'

const ha_m2 = 10_000
const km2_m2 = 1_000_000

export function useMeasureWords() {
  const words = usePartWords('measure')
  const { p, t, formats } = words
  return {
    ...words,
    toArea: (area_m2: number): string => {
      if (area_m2 < ha_m2) return p('area_m2', { n: formats.integer(area_m2) })
      if (area_m2 < km2_m2) return p('area_ha', { n: formats.decimal(area_m2 / ha_m2) })
      return p('area_km2', { n: formats.decimal(area_m2 / km2_m2) })
    },
    toLeg: (distance_m: number, bearing_deg: number | null): string =>
      bearing_deg === null
        ? formats.distance(distance_m)
        : p('leg', {
            distance: formats.distance(distance_m),
            bearing: `${formats.integer(Math.round(bearing_deg) % 360)}°`,
            direction: t(`directions.${toDirection(bearing_deg)}`),
          }),
  }
}
