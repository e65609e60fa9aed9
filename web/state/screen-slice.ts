/** What is open, hovered and how tall is the sheet? What a shared link does not bring back. */
import type {
  CameraRequest,
  CameraState,
  MapCandidate,
  MapFailure,
  MapTheme,
  ViewCounts,
} from '../map/map-view-props.ts'
import type { IgnoredPart } from './address/address-part.ts'
import type { UnitSet } from '../../core/coverage/question.ts'

export const sheetStops = ['peek', 'half', 'full'] as const
export type SheetStop = (typeof sheetStops)[number]

/** One dialog at a time. */
export type Dialog = { readonly type: 'none' } | { readonly type: 'sample' }

/** A unit that was found lies in another set of units than the one that was shown: the set followed it. */
export interface SetChange {
  readonly from: UnitSet
  readonly to: UnitSet
  readonly code: string
  readonly name: string
  readonly kind: string
}

export interface Screen {
  /** Null follows the system. */
  readonly chosen_theme: MapTheme | null
  readonly system_theme: MapTheme
  readonly highlight: string | null
  readonly sheet: SheetStop
  readonly dialog: Dialog
  /** Several things under one click, to choose from. */
  readonly candidates: readonly MapCandidate[]
  readonly view_counts: ViewCounts
  readonly map_status: 'drawing' | 'ready' | MapFailure
  readonly camera_request: CameraRequest | null
  /** Where the map looks, whoever moved it; null until it is drawn. */
  readonly map_view: Pick<CameraState, 'bounds' | 'zoom'> | null
  /** What the address asked for and the page does not show, until it has been read. */
  readonly ignored: readonly IgnoredPart[]
  /** Said until it is read or another unit is selected. */
  readonly set_change: SetChange | null
}

export const openingScreen: Screen = {
  chosen_theme: null,
  system_theme: 'light',
  highlight: null,
  sheet: 'half',
  dialog: { type: 'none' },
  candidates: [],
  view_counts: {},
  map_status: 'drawing',
  camera_request: null,
  map_view: null,
  ignored: [],
  set_change: null,
}

export function getTheme(screen: Pick<Screen, 'chosen_theme' | 'system_theme'>): MapTheme {
  return screen.chosen_theme ?? screen.system_theme
}

/** The stop that a drag ends at: the nearest one, or the next one in the direction of a flick. */
export function toSheetStop(options: {
  readonly height_px: number
  readonly stops_px: Readonly<Record<SheetStop, number>>
  /** Positive when the sheet grows. */
  readonly speed_px_per_ms: number
}): SheetStop {
  const { height_px, stops_px, speed_px_per_ms } = options
  const sorted = [...sheetStops].sort((a, b) => stops_px[a] - stops_px[b])
  if (speed_px_per_ms > 0.5) return sorted.find((stop) => stops_px[stop] > height_px) ?? 'full'
  if (speed_px_per_ms < -0.5) return sorted.findLast((stop) => stops_px[stop] < height_px) ?? 'peek'
  const distance = (stop: SheetStop) => Math.abs(stops_px[stop] - height_px)
  return sorted.reduce((best, stop) => (distance(stop) < distance(best) ? stop : best), 'half' as SheetStop)
}

/** The next taller stop, from the tallest back to the lowest. */
export function toNextStop(stop: SheetStop): SheetStop {
  return sheetStops[(sheetStops.indexOf(stop) + 1) % sheetStops.length] ?? 'half'
}
