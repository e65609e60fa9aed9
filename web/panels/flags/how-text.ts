/** By which limits are reports judged, in words? */
import {
  jump,
  leasedFibreReach_m,
  onAirGrace_days,
  partialSlack_m,
  reach_m,
} from '../../../core/coverage/implausible/limits.ts'
import type { PartWords } from '../../hooks/use-part-words.ts'

export function toHowText({ p, formats }: PartWords<'flags'>): string {
  return p('how_text', {
    ...toReaches(formats),
    slack: formats.distance(partialSlack_m),
    grace: formats.integer(onAirGrace_days),
    share: formats.shortPercent(jump.least_share * 100),
    villages: formats.integer(jump.least_villages),
  })
}

/** The reaches as the texts name them. */
export function toReaches(formats: PartWords<'flags'>['formats']) {
  return {
    g2: formats.distance(reach_m['2g']),
    g3: formats.distance(reach_m['3g']),
    g4: formats.distance(reach_m['4g']),
    g5: formats.distance(reach_m['5g']),
    fibre: formats.distance(reach_m.fibre),
    leased: formats.distance(leasedFibreReach_m),
  }
}
