/** On which day does one look? The slider at the foot of the map: everything on the page follows it. */
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'
import { toNextStop, type TimeLine } from '../../state/time-line.ts'
import { useTimeMotion } from '../../state/time-motion.ts'
import { showDay } from './show-day.ts'
import { TimeTrack } from './time-track.tsx'
import { usePlaying } from './use-playing.ts'
import { useTimeLine } from './use-time-line.ts'
import '../../styles/time.css'

export function TimeBar() {
  const { p } = usePartWords('time')
  const line = useTimeLine()
  const isFilled = useApp((state) => state.answer !== null)
  if (line === null) {
    return isFilled ? (
      <p className="time-bar note">{p('slider.empty')}</p>
    ) : (
      <div className="time-bar" aria-hidden="true" />
    )
  }
  return <FilledTimeBar line={line} />
}

function FilledTimeBar({ line }: { readonly line: TimeLine }) {
  const { p, formats } = usePartWords('time')
  const as_of = useApp((state) => state.question.as_of)
  return (
    <section className="time-bar" aria-label={p('slider.heading')}>
      <TimeSteps line={line} />
      <p className="time-day">
        <strong>{as_of === null ? p('slider.today') : formats.date(as_of)}</strong>
        <SitesNote />
      </p>
      <TimeTrack line={line} />
      <button type="button" className="plain-button" disabled={as_of === null} onClick={() => showDay(null)}>
        {p('slider.to_today')}
      </button>
    </section>
  )
}

function TimeSteps({ line }: { readonly line: TimeLine }) {
  const { p } = usePartWords('time')
  const as_of = useApp((state) => state.question.as_of)
  const { state, toggle } = usePlaying(line)
  const previous = toNextStop(line, as_of, 'previous')
  return (
    <div className="time-steps">
      <button
        type="button"
        className="icon-button"
        aria-label={p('slider.previous')}
        disabled={previous === as_of}
        onClick={() => showDay(previous)}
      >
        ‹
      </button>
      {state !== 'never' && (
        <button
          type="button"
          className="icon-button"
          aria-label={p(state === 'playing' ? 'slider.pause' : 'slider.play')}
          onClick={toggle}
        >
          {state === 'playing' ? '❚❚' : '▶'}
        </button>
      )}
      <button
        type="button"
        className="icon-button"
        aria-label={p('slider.next')}
        disabled={as_of === null}
        onClick={() => showDay(toNextStop(line, as_of, 'next'))}
      >
        ›
      </button>
    </div>
  )
}

/** Sites are fetched for a day at rest only. */
function SitesNote() {
  const { p } = usePartWords('time')
  const isMoving = useTimeMotion(({ phase }) => phase !== 'still')
  const hasSites = useApp(({ visible }) => visible.includes('sites') || visible.includes('generator-sites'))
  return isMoving && hasSites ? <span className="note">{p('slider.sites_later')}</span> : null
}
