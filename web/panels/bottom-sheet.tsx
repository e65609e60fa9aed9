/** How tall is the sheet on a phone? Three stops: drag its handle, or press it to go to the next one. */
import { useEffect, useRef, useState, type PointerEvent, type ReactNode } from 'react'
import { useWords } from '../hooks/use-words.ts'
import { sheetStops, toNextStop, toSheetStop, type SheetStop } from '../state/screen-slice.ts'
import { useApp } from '../state/store.ts'

const peekPx = 188

export function toStopHeights(screen_px: number): Readonly<Record<SheetStop, number>> {
  return { peek: peekPx, half: Math.round(screen_px * 0.48), full: Math.round(screen_px * 0.92) }
}

interface Drag {
  readonly pointer_y: number
  readonly height_px: number
  readonly at_ms: number
}

export function BottomSheet({ children }: { readonly children: ReactNode }) {
  const { t } = useWords()
  const stop = useApp((state) => state.sheet)
  const content = useRef<HTMLDivElement>(null)
  const { height, handle } = useDraggedHeight(stop)
  useEffect(() => {
    if (stop === 'peek') content.current?.scrollTo({ top: 0 })
  }, [stop])
  return (
    <div className="sheet" data-stop={stop} style={height === null ? undefined : { height: `${height}px` }}>
      <button
        type="button"
        className="sheet-handle"
        aria-label={`${t('sheet.handle')}: ${t(`sheet.${stop}`)}`}
        {...handle}
      >
        <span aria-hidden="true" />
      </button>
      <div className="sheet-content question" ref={content}>
        {children}
      </div>
    </div>
  )
}

/** Height while a finger holds the handle, else null; where it lets go decides the stop. */
function useDraggedHeight(stop: SheetStop) {
  const [height, setHeight] = useState<number | null>(null)
  const start = useRef<Drag | null>(null)
  const hasMoved = useRef(false)
  const heightAt = (event: PointerEvent) =>
    start.current === null ? 0 : start.current.height_px + start.current.pointer_y - event.clientY
  return {
    height,
    handle: {
      onPointerDown: (event: PointerEvent) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        hasMoved.current = false
        start.current = {
          pointer_y: event.clientY,
          height_px: toStopHeights(window.innerHeight)[stop],
          at_ms: event.timeStamp,
        }
      },
      onPointerMove: (event: PointerEvent) => {
        if (start.current === null || Math.abs(event.clientY - start.current.pointer_y) < 4) return
        hasMoved.current = true
        setHeight(Math.min(heightAt(event), toStopHeights(window.innerHeight).full))
      },
      onPointerUp: (event: PointerEvent) => {
        const drag = start.current
        if (drag !== null && hasMoved.current) {
          const sheet = toSheetStop({
            height_px: heightAt(event),
            stops_px: toStopHeights(window.innerHeight),
            speed_px_per_ms: (drag.pointer_y - event.clientY) / Math.max(1, event.timeStamp - drag.at_ms),
          })
          useApp.setState({ sheet })
        }
        start.current = null
        setHeight(null)
      },
      onClick: () => {
        if (!hasMoved.current) useApp.setState({ sheet: toNextStop(stop) })
        hasMoved.current = false
      },
      onKeyDown: ({ key }: { readonly key: string }) => {
        const step = key === 'ArrowUp' ? 1 : key === 'ArrowDown' ? -1 : 0
        const next = sheetStops[sheetStops.indexOf(stop) + step]
        if (step !== 0 && next !== undefined) useApp.setState({ sheet: next })
      },
    },
  }
}
