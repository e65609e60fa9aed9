/** Which drawing does an image id ask for? Drawn when a layer first needs it, for the carriers of the data. */
import { parseImageId } from '../layers/image-ids.ts'
import { palettes } from '../layers/palette.ts'
import { drawAssignment } from './drawings/assignment.ts'
import type { Drawing } from './drawings/canvas.ts'
import { drawGenerator } from './drawings/generator.ts'
import { drawHatch } from './drawings/hatch.ts'
import { drawOverlayMark } from './drawings/overlay-mark.ts'
import { drawSite } from './drawings/site.ts'
import { drawVillage } from './drawings/village.ts'
import type { MapCarrier } from './map-view-props.ts'

/** What few ask for is drawn by code that comes then; null for an id that is none of ours, or where the code does not come. */
export async function drawLater(id: string): Promise<Drawing | null> {
  return import('./drawings/facility.ts').then(({ drawFacility }) => drawFacility(id)).catch(() => null)
}

/** Null for an id of another kind. A carrier that the data do not name is drawn grey. */
export function drawImage(id: string, carriers: readonly MapCarrier[]): Drawing | null {
  const spec = parseImageId(id)
  if (spec === null) return null
  const palette = palettes[spec.theme]
  const toCarrier = (code: string) =>
    carriers.find((carrier) => carrier.code === code) ?? { letter: '?', color: palette.retired }
  switch (spec.type) {
    case 'hatch':
      return drawHatch(palette)
    case 'village':
      return drawVillage(spec.state, palette)
    case 'generator':
      return drawGenerator(palette)
    case 'overlay':
      return drawOverlayMark(spec.mark, palette)
    case 'assignment':
      return drawAssignment(toCarrier(spec.carrier_code), spec.progress, palette)
    case 'site':
      return drawSite(spec, spec.carriers.map(toCarrier), palette)
  }
}
