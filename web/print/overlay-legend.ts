/** What do the things mean that a tool has laid over the map? Only those that lie there now. */
import type { OverlayFeature, OverlayRole } from '../layers/overlay.ts'
import { palettes } from '../layers/palette.ts'
import { drawMark } from './legend-pictures.ts'
import type { LegendGroup, LegendMark } from './sheet-content.ts'
import type { PrintWords } from './sheet-words.ts'

const { accent, site, ink, gap } = palettes.light

const explained = [
  'trial',
  'reach',
  'measure',
  'link',
  'failed',
  'gained',
  'lost',
  'gained-unsure',
  'lost-unsure',
  'flag',
  'ring',
] as const
type ExplainedRole = (typeof explained)[number]

export function toOverlayLegend(
  overlay: readonly OverlayFeature[],
  p: PrintWords['p'],
): LegendGroup['entries'] {
  const roles = new Set<OverlayRole>(overlay.map(({ properties }) => properties.role))
  return explained
    .filter((role) => roles.has(role))
    .flatMap((role) => {
      const mark = toMark(role)
      return mark === null ? [] : [{ mark, label: p(`legend.roles.${role}`) }]
    })
}

function toMark(role: ExplainedRole): LegendMark | null {
  switch (role) {
    case 'trial':
      return { type: 'swatch', color: accent, opacity: 0.3 }
    case 'reach':
      return { type: 'swatch', color: site, opacity: 0.3 }
    case 'measure':
      return { type: 'line', color: ink, width_px: 2.4, dash: null }
    case 'link':
      return { type: 'line', color: ink, width_px: 1.4, dash: [2, 2] }
    case 'failed':
      return { type: 'line', color: gap, width_px: 4, dash: null }
    case 'ring':
      return { type: 'dot', color: accent, opacity: 0.4, radius_px: 6 }
    default:
      return drawMark(`overlay|light|${role}`, { carriers: [], size: 0.8 })
  }
}
