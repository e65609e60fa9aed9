/** What is a sheet made of? Texts, lines, areas and pictures in millimetres, painted on a canvas or written as PDF alike. */

export type Weight = 400 | 600

export interface TextLook {
  /** In points. */
  readonly size_pt: number
  readonly weight: Weight
}

export type SheetPart =
  | ({
      readonly type: 'text'
      readonly x: number
      /** Of the line that the letters stand on. */
      readonly y: number
      readonly text: string
      readonly color: string
    } & TextLook)
  | {
      readonly type: 'rectangle'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly fill?: string
      readonly opacity?: number
      readonly stroke?: { readonly color: string; readonly width: number }
    }
  | {
      readonly type: 'line'
      readonly from: readonly [number, number]
      readonly to: readonly [number, number]
      readonly color: string
      readonly width: number
      readonly dash?: readonly number[]
    }
  | {
      readonly type: 'circle'
      readonly x: number
      readonly y: number
      readonly radius: number
      readonly fill: string
      readonly opacity?: number
    }
  | {
      readonly type: 'triangle'
      readonly corners: readonly [
        readonly [number, number],
        readonly [number, number],
        readonly [number, number],
      ]
      readonly fill: string
    }
  | {
      readonly type: 'picture'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly canvas: HTMLCanvasElement
      /** What it holds: the map, or a mark of the legend. */
      readonly quality: 'map' | 'mark'
    }

export interface SheetDrawing {
  readonly width_mm: number
  readonly height_mm: number
  readonly parts: readonly SheetPart[]
}

/** Width of a text in millimetres. */
export type Measure = (text: string, look: TextLook) => number

export const point_mm = 25.4 / 72
