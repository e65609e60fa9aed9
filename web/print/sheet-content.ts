/** What is written on a sheet, before it is known where? */
import type { PrintedMap } from '../map/draw-print-map.ts'
import type { ScaleBar } from './scale-bar.ts'

export type LegendMark =
  | { readonly type: 'swatch'; readonly color: string; readonly opacity: number }
  | { readonly type: 'dot'; readonly color: string; readonly opacity: number; readonly radius_px: number }
  | {
      readonly type: 'line'
      readonly color: string
      readonly width_px: number
      /** In widths of the line. */
      readonly dash: readonly number[] | null
    }
  /** Drawn by the same hand as on the map, at the size that it has there. */
  | {
      readonly type: 'picture'
      readonly canvas: HTMLCanvasElement
      readonly width_px: number
      readonly height_px: number
    }

export interface LegendGroup {
  readonly title: string | null
  readonly entries: readonly { readonly mark: LegendMark; readonly label: string }[]
  readonly note: string | null
}

export interface SheetContent {
  readonly title: string
  /** The question with everything that narrows it. */
  readonly question: string
  readonly answer: string
  /** Null: the data are no samples. */
  readonly sample: { readonly mark: string; readonly reason: string } | null
  readonly legend: readonly LegendGroup[]
  readonly scale: ScaleBar & { readonly length_text: string; readonly scale_text: string }
  /** The letter over the arrow. */
  readonly north: string
  readonly footer: readonly string[]
  readonly map: Pick<PrintedMap, 'canvas'>
}
