/** Is the day being moved: by a finger on the slider, a key held down, or by playing? Meanwhile nothing else follows. */
import { create } from 'zustand'

export interface TimeMotion {
  readonly phase: 'still' | 'moving' | 'playing'
  /** Whether this motion has already left a step in the browser's history: one motion is one step back. */
  readonly has_stepped: boolean
}

export const useTimeMotion = create<TimeMotion>()(() => ({ phase: 'still', has_stepped: false }))

export function startMotion(phase: 'moving' | 'playing'): void {
  if (useTimeMotion.getState().phase !== phase) useTimeMotion.setState({ phase, has_stepped: false })
}

export function endMotion(): void {
  if (useTimeMotion.getState().phase !== 'still')
    useTimeMotion.setState({ phase: 'still', has_stepped: false })
}

/** Whether a change of the view now is a step of its own in the browser's history. */
export function takeStep(): 'push' | 'replace' {
  const { phase, has_stepped } = useTimeMotion.getState()
  if (phase === 'still') return 'push'
  if (has_stepped) return 'replace'
  useTimeMotion.setState({ has_stepped: true })
  return 'push'
}
