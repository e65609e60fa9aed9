/** Which drawing does an image id ask for that the opening view needs? The rest come with the first of them. */
import { parseImageId } from '../layers/image-ids.ts'
import { palettes } from '../layers/palette.ts'
import type { Drawing } from './drawings/canvas.ts'
import { drawHatch } from './drawings/hatch.ts'
import { drawVillage } from './drawings/village.ts'

/** Null for every other id. */
export function drawOpeningImage(id: string): Drawing | null {
  const spec = parseImageId(id)
  if (spec?.type === 'hatch') return drawHatch(palettes[spec.theme])
  return spec?.type === 'village' ? drawVillage(spec.state, palettes[spec.theme]) : null
}
