/** Which published figures speak of the share of villages that a service reaches? */
import type { Province } from '../../core/api/province.ts'
import type { AskedService } from '../../core/coverage/states.ts'

type PublishedFigure = Province['published_figures'][number]

/** Figures whose key is `villages_<service>_share`, the latest period first. */
export function listPublishedShares(
  figures: readonly PublishedFigure[],
  service: AskedService,
): readonly PublishedFigure[] {
  return figures
    .filter(({ key }) => key === `villages_${service}_share`)
    .sort((a, b) => (a.period < b.period ? 1 : -1))
}
