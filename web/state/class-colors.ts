/** In which colour is a class drawn? BrBG, safe for colour-blind readers, in two themes. */
import { remainingClasses, type ShareClass } from '../../core/coverage/share-classes.ts'
import type { MapTheme } from '../map/map-view-props.ts'

interface Palette {
  /** From the pivot downwards. */
  readonly below: readonly string[]
  /** From the pivot upwards, without full coverage. */
  readonly above: readonly string[]
  readonly full: string
  /** As `remainingClasses`: from the most to none. */
  readonly remaining: readonly string[]
}

const palettes: Readonly<Record<MapTheme, Palette>> = {
  light: {
    below: ['#dfc27d', '#bf812d', '#8c510a', '#6a3c07', '#432604'],
    above: ['#80cdc1', '#35978f'],
    full: '#01665e',
    remaining: ['#8c510a', '#bf812d', '#dfc27d', '#eedfb8', '#80cdc1'],
  },
  dark: {
    below: ['#c7ab6c', '#b17a33', '#96591b', '#7f4510', '#693509'],
    above: ['#6fb3a9', '#2f857e'],
    full: '#035a53',
    remaining: ['#96591b', '#b17a33', '#c7ab6c', '#ddd0ad', '#3d8a82'],
  },
}

export function getShareColor(shareClass: ShareClass, theme: MapTheme): string {
  const { below, above, full } = palettes[theme]
  if (shareClass.from === 100) return full
  const colors = shareClass.side === 'below' ? below : above
  return colors[Math.min(shareClass.step, colors.length - 1)] ?? full
}

export function getRemainingColor(index: number, theme: MapTheme): string {
  return palettes[theme].remaining[Math.min(index, remainingClasses.length - 1)] ?? palettes[theme].full
}
