/** The axis of time: how much was observed when, and the day that is shown, to be moved by finger, mouse or key. */
import { useId, type KeyboardEvent } from 'react'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'
import {
  getEnd,
  listStops,
  monthLength,
  toNearestStop,
  toNextStop,
  toPosition,
  toStopAfterYear,
  type TimeLine,
} from '../../state/time-line.ts'
import { endMotion, startMotion } from '../../state/time-motion.ts'
import { showDay } from './show-day.ts'

export function TimeTrack({ line }: { readonly line: TimeLine }) {
  const { p, formats } = usePartWords('time')
  const as_of = useApp((state) => state.question.as_of)
  const describedBy = useId()
  const position = toPosition(line, as_of)
  const first = line.months[0]
  const last = line.months.at(-1)
  return (
    <div className="time-track">
      <TimeBars line={line} position={position} />
      <input
        type="range"
        min={0}
        max={getEnd(line)}
        step={1}
        value={position}
        aria-label={p('slider.label')}
        aria-valuetext={as_of === null ? p('slider.today') : p('slider.until', { date: formats.date(as_of) })}
        aria-describedby={describedBy}
        onPointerDown={() => startMotion('moving')}
        onPointerUp={endMotion}
        onPointerCancel={endMotion}
        onBlur={endMotion}
        onKeyUp={endMotion}
        onKeyDown={(event) => stepByKey(event, line, as_of)}
        onChange={(event) => showDay(toNearestStop(line, Number(event.currentTarget.value)))}
      />
      <TimeYears line={line} />
      <p id={describedBy} className="visually-hidden">
        {first !== undefined &&
          last !== undefined &&
          p('slider.limits', { first: formats.month(first.month), last: formats.month(last.month) })}
      </p>
    </div>
  )
}

/** To the day that a key means; undefined: the key is not for the slider. */
function toDayOfKey(key: string, line: TimeLine, as_of: string | null): string | null | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return toNextStop(line, as_of, 'next')
    case 'ArrowLeft':
    case 'ArrowDown':
      return toNextStop(line, as_of, 'previous')
    case 'PageUp':
      return toStopAfterYear(line, as_of, 'next')
    case 'PageDown':
      return toStopAfterYear(line, as_of, 'previous')
    case 'Home':
      return listStops(line)[0]
    case 'End':
      return null
    default:
      return undefined
  }
}

function stepByKey(event: KeyboardEvent, line: TimeLine, as_of: string | null): void {
  const day = toDayOfKey(event.key, line, as_of)
  if (day === undefined) return
  event.preventDefault()
  startMotion('moving')
  showDay(day)
}

const barsHeight = 22

/** One bar per month for what was observed, a smaller one at the foot for stations. */
function TimeBars({ line, position }: { readonly line: TimeLine; readonly position: number }) {
  const most = Math.max(1, ...line.months.map(({ statements }) => statements))
  const mostStations = Math.max(1, ...line.months.map(({ stations }) => stations))
  return (
    <svg
      className="time-bars"
      viewBox={`0 0 ${getEnd(line)} ${barsHeight}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {line.months.map(({ month, last_day, statements, stations }, index) => {
        const height = statements === 0 ? 0 : 2 + (statements / most) * (barsHeight - 2)
        const isPast = toPosition(line, last_day) <= position
        return (
          <g key={month} data-past={isPast}>
            <rect
              className="time-statements"
              x={index * monthLength + 3}
              width={monthLength - 6}
              y={barsHeight - height}
              height={height}
            />
            {stations > 0 && (
              <rect
                className="time-stations"
                x={index * monthLength + 11}
                width={monthLength - 22}
                y={barsHeight - 2 - (stations / mostStations) * (barsHeight - 4)}
                height={2 + (stations / mostStations) * (barsHeight - 4)}
              />
            )}
          </g>
        )
      })}
    </svg>
  )
}

const mostYears = 9

function TimeYears({ line }: { readonly line: TimeLine }) {
  const { p } = usePartWords('time')
  const starts = line.months.flatMap(({ month }, index) => (month.endsWith('-01') ? [{ month, index }] : []))
  const every = Math.ceil(starts.length / mostYears)
  const toLeft = (at: number) => `${(at / getEnd(line)) * 100}%`
  return (
    <div className="time-years" aria-hidden="true">
      {starts
        .filter((_, order) => order % every === 0)
        .map(({ month, index }) => (
          <span key={month} style={{ left: toLeft(index * monthLength) }}>
            {month.slice(0, 4)}
          </span>
        ))}
      <span className="time-years-end">{p('slider.today')}</span>
    </div>
  )
}
