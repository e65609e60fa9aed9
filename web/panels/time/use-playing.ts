/** How does time run by itself? From stop to stop, each shown before the next; never where motion is not wanted. */
import { useEffect } from 'react'
import { useMedia } from '../../hooks/use-media.ts'
import { useApp } from '../../state/store.ts'
import { listStops, toNextStop, type TimeLine } from '../../state/time-line.ts'
import { endMotion, startMotion, useTimeMotion } from '../../state/time-motion.ts'
import { showDay } from './show-day.ts'

/** Long enough to see what changed. */
const pause_ms = 900

export interface Playing {
  /** `never`: the reader wants no motion; single steps remain. */
  readonly state: 'playing' | 'resting' | 'never'
  readonly toggle: () => void
}

export function usePlaying(line: TimeLine): Playing {
  const isCalm = useMedia('(prefers-reduced-motion: reduce)')
  const isPlaying = useTimeMotion(({ phase }) => phase === 'playing')
  const as_of = useApp((state) => state.question.as_of)
  const isAnswered = useApp(
    ({ answer, question, today }) => answer?.view.question.as_of === (question.as_of ?? today),
  )
  useEffect(() => {
    if (!isPlaying || !isAnswered) return
    if (as_of === null || isCalm) {
      endMotion()
      return
    }
    const timer = setTimeout(() => showDay(toNextStop(line, as_of, 'next')), pause_ms)
    return () => clearTimeout(timer)
  }, [isPlaying, isAnswered, as_of, isCalm, line])
  useEffect(() => endMotion, [])
  const toggle = () => {
    if (isPlaying) {
      endMotion()
      return
    }
    startMotion('playing')
    // From the end it begins anew.
    if (as_of === null) showDay(listStops(line)[0] ?? null)
  }
  return { state: isCalm ? 'never' : isPlaying ? 'playing' : 'resting', toggle }
}
