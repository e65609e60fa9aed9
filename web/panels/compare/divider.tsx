/** Where does A end and B begin on the map? Dragged, or moved by the arrow keys; each side says which question it is. */
import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { toQuestionB } from '../../state/compare-slice.ts'
import { useComparison } from '../../state/comparison.ts'
import { useApp } from '../../state/store.ts'
import { toQuestionText } from './question-text.ts'

const step = 0.05

export function Divider() {
  const { p, formats } = usePartWords('time')
  const divider = useComparison((screen) => screen.divider)
  const frame = useRef<HTMLDivElement>(null)
  return (
    <div className="compare-frame" ref={frame}>
      <SideLabels />
      <div
        className="compare-divider"
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={p('compare.map.divider')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(divider * 100)}
        aria-valuetext={p('compare.map.divider_at', {
          percent: formats.shortPercent(Math.round(divider * 100)),
        })}
        onKeyDown={moveByKey}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => moveByPointer(event, frame.current)}
      >
        <span aria-hidden="true">⇔</span>
      </div>
    </div>
  )
}

function moveByKey(event: KeyboardEvent): void {
  const { divider } = useComparison.getState()
  const targets: Readonly<Record<string, number>> = {
    ArrowLeft: divider - step,
    ArrowRight: divider + step,
    ArrowDown: divider - step,
    ArrowUp: divider + step,
    PageDown: divider - 4 * step,
    PageUp: divider + 4 * step,
    Home: 0,
    End: 1,
  }
  const target = targets[event.key]
  if (target === undefined) return
  event.preventDefault()
  moveTo(target)
}

function moveByPointer(event: PointerEvent, frame: HTMLElement | null): void {
  if (frame === null || !event.currentTarget.hasPointerCapture(event.pointerId)) return
  const { left, width } = frame.getBoundingClientRect()
  moveTo((event.clientX - left) / width)
}

function moveTo(target: number): void {
  useComparison.setState({ divider: Math.min(1, Math.max(0, Math.round(target * 1000) / 1000)) })
}

function SideLabels() {
  const words = usePartWords('time')
  const question = useApp((state) => state.question)
  const compared = useApp((state) => state.compared)
  const carriers = useApp((state) => state.province?.carriers)
  const b = toQuestionB({ question, compared })
  return (
    <>
      {(['a', 'b'] as const).map((side) => (
        <p className={`compare-label compare-label-${side}`} key={side}>
          <span className="compare-letter">{side.toUpperCase()}</span>{' '}
          {toQuestionText(side === 'a' ? question : b, words, carriers)}
        </p>
      ))}
    </>
  )
}
