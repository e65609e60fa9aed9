/** Somebody signs out with something unsent: what becomes of it, and the choice. */
import { useUnsentWords } from './use-unsent-words.ts'

interface LeavingNoteProps {
  readonly onLeave: () => void
  readonly onStay: () => void
}

export function LeavingNote({ onLeave, onStay }: LeavingNoteProps) {
  const { p, what } = useUnsentWords()
  return (
    <div className="unsent-leaving" role="alert">
      <p>{p('leaving.text', { what: what ?? '' })}</p>
      <button type="button" onClick={onLeave}>
        {p('leaving.leave')}
      </button>
      <button type="button" onClick={onStay}>
        {p('leaving.stay')}
      </button>
    </div>
  )
}
