/** What marks a village that was gained or lost, a report to be asked about, or how far an assigned village is? Each is told without its colour. */
import type { OverlayMark } from '../../layers/image-ids.ts'
import type { MapPalette } from '../../layers/palette.ts'
import { drawOnCanvas, fillWithEdge, writeLetter, type Drawing } from './canvas.ts'

const size = 20
const middle = size / 2

export function drawOverlayMark(mark: OverlayMark, palette: MapPalette): Drawing {
  const { corners, ink, letter, isHollow } = looks[mark]
  return drawOnCanvas({ width: size, height: size }, (context) => {
    if (corners === null) {
      context.beginPath()
      context.arc(middle, middle, 7.5, 0, 2 * Math.PI)
    } else tracePoints(context, corners)
    const color = palette[ink]
    if (isHollow === true) fillWithEdge(context, { fill: palette.halo, edge: color }, 1.8)
    else fillWithEdge(context, { fill: color, edge: palette.mark_edge }, 1.8)
    if (letter !== '') writeLetter(context, letter, { x: middle, y: middle, size: 12, color: palette.halo })
  })
}

type Corner = readonly [number, number]

const up: readonly Corner[] = [
  [middle, 3],
  [17, 16],
  [3, 16],
]
const down: readonly Corner[] = [
  [middle, 17],
  [17, 4],
  [3, 4],
]
const diamond: readonly Corner[] = [
  [middle, 1.5],
  [18.5, middle],
  [middle, 18.5],
  [1.5, middle],
]
const square: readonly Corner[] = [
  [3, 3],
  [17, 3],
  [17, 17],
  [3, 17],
]

interface Look {
  /** Null: a disc. */
  readonly corners: readonly Corner[] | null
  readonly ink: 'accent' | 'gap' | 'ink' | 'site' | 'cable'
  readonly letter: string
  /** Known on one side alone. */
  readonly isHollow?: true
}

const looks: Readonly<Record<OverlayMark, Look>> = {
  gained: { corners: up, ink: 'accent', letter: '' },
  lost: { corners: down, ink: 'gap', letter: '' },
  'gained-unsure': { corners: up, ink: 'accent', letter: '', isHollow: true },
  'lost-unsure': { corners: down, ink: 'gap', letter: '', isHollow: true },
  flag: { corners: diamond, ink: 'ink', letter: '!' },
  todo: { corners: square, ink: 'site', letter: '' },
  late: { corners: diamond, ink: 'gap', letter: '!' },
  blocked: { corners: square, ink: 'gap', letter: '×' },
  returned: { corners: down, ink: 'cable', letter: '' },
  awaiting: { corners: null, ink: 'cable', letter: '?' },
  confirmed: { corners: null, ink: 'accent', letter: '✓' },
  added: { corners: null, ink: 'accent', letter: '+' },
  conflict: { corners: up, ink: 'gap', letter: '!' },
  missing: { corners: null, ink: 'gap', letter: '', isHollow: true },
}

function tracePoints(context: CanvasRenderingContext2D, points: readonly Corner[]): void {
  context.beginPath()
  points.forEach(([x, y], index) => {
    if (index === 0) context.moveTo(x, y)
    else context.lineTo(x, y)
  })
  context.closePath()
}
