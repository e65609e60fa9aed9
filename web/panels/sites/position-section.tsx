/** Where does the site stand? Typed in any of three ways, nudged, or dragged on the map: all of them one position. */
import { useMemo, useState } from 'react'
import { parsePosition, type PositionReading, type ReadingArea } from '../../../core/coordinates/parse.ts'
import { makeGrid } from '../../../core/coordinates/vn2000.ts'
import type { BBox, LngLat } from '../../../core/geo.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import type { MapDirection } from '../../map/map-view-props.ts'
import { getForm, getPosition, movePosition, useSiteSession } from '../../state/site-session.ts'
import { useApp } from '../../state/store.ts'
import { lookAt } from '../../state/transitions.ts'
import { TextField } from '../villages/fields.tsx'
import { PositionCheckNotes } from './position-check-notes.tsx'
import { PositionReadings } from './position-readings.tsx'
import { nudge } from './use-map-editing.ts'

export function PositionSection() {
  const { p } = usePartWords('editing')
  const form = useSiteSession(getForm)
  const position = getPosition(form)
  const area = useReadingArea()
  return (
    <fieldset className="edit-section">
      <legend>{p('sections.position')}</legend>
      {position === null && <p className="edit-lead">{p('position.click')}</p>}
      <TypedPosition position={position} area={area} />
      {position !== null && <PositionReadings position={position} grid={area.grid} />}
      <PositionCheckNotes />
      {position !== null && <Nudges position={position} />}
    </fieldset>
  )
}

export function useReadingArea(): ReadingArea {
  const province = useApp((state) => state.province)
  return useMemo(() => {
    const meridian = province?.vn2000_central_meridian ?? null
    return {
      bbox: (province?.bbox ?? [-180, -90, 180, 90]) as unknown as BBox,
      grid: meridian === null ? null : makeGrid(meridian),
    }
  }, [province])
}

interface Typed {
  readonly first: string
  readonly second: string
}

/** What was typed stays as it was typed while it means the position of the form; otherwise its degrees stand there. */
function TypedPosition({ position, area }: { readonly position: LngLat | null; readonly area: ReadingArea }) {
  const { p } = usePartWords('editing')
  const [typed, setTyped] = useState<Typed | null>(null)
  const reading = typed === null ? null : parsePosition([typed.first, typed.second], area)
  const isKept = typed !== null && (reading?.type !== 'position' || isRounded(reading.position, position))
  const shown = isKept ? typed : toTyped(position)
  // One field may hold both: what stands in the other is then of the place before.
  const change = (field: keyof Typed, text: string) => {
    const isWhole = parsePosition([text], area).type === 'position'
    const rest = isWhole ? { first: '', second: '' } : shown
    const next = { ...rest, [field]: text }
    setTyped(next)
    const found = parsePosition([next.first, next.second], area)
    if (found.type === 'position')
      useSiteSession.setState((session) => movePosition(session, found.position, 'typed'))
  }
  const note = isKept ? toNote(reading, p) : null
  const isWrong = isKept && reading?.type === 'problem'
  return (
    <div className="edit-pair">
      <TextField
        label={p('position.first')}
        value={shown.first}
        problem={isWrong ? note : null}
        onChange={(text) => change('first', text)}
      />
      <TextField
        label={p('position.second')}
        value={shown.second}
        onChange={(text) => change('second', text)}
      />
      {!isWrong && <p className="edit-note">{note ?? p('position.hint')}</p>}
    </div>
  )
}

function toTyped(position: LngLat | null): Typed {
  if (position === null) return { first: '', second: '' }
  return { first: position[1].toFixed(6), second: position[0].toFixed(6) }
}

function isRounded(read: LngLat, kept: LngLat | null): boolean {
  return kept !== null && Math.abs(read[0] - kept[0]) < 1e-6 && Math.abs(read[1] - kept[1]) < 1e-6
}

type Say = ReturnType<typeof usePartWords<'editing'>>['p']

function toNote(reading: PositionReading | null, p: Say): string | null {
  if (reading === null || reading.type === 'empty') return null
  if (reading.type === 'problem') return p(`position.problems.${reading.problem}`)
  const how = p(`position.read_as.${reading.format}`)
  return reading.oddity === 'none' ? how : `${how} ${p(`position.oddities.${reading.oddity}`)}`
}

const nudges: readonly (readonly [MapDirection, string])[] = [
  ['west', '←'],
  ['north', '↑'],
  ['south', '↓'],
  ['east', '→'],
]

function Nudges({ position }: { readonly position: LngLat }) {
  const { p } = usePartWords('editing')
  const step_m = useSiteSession((session) => session.step_m)
  return (
    <div className="edit-nudges">
      <p className="edit-note">{p('position.drag')}</p>
      <label>
        {p('position.step')}{' '}
        <select
          value={step_m}
          onChange={(event) =>
            useSiteSession.setState({ step_m: Number(event.target.value) as 1 | 10 | 100 })
          }
        >
          {[1, 10, 100].map((step) => (
            <option key={step} value={step}>
              {step} m
            </option>
          ))}
        </select>
      </label>
      {nudges.map(([direction, arrow]) => (
        <button
          key={direction}
          type="button"
          className="plain-button"
          aria-label={p(`position.${direction}` as 'position.north')}
          onClick={() => nudge(direction)}
        >
          {arrow}
        </button>
      ))}
      <button
        type="button"
        className="text-button"
        onClick={() => useApp.setState((state) => lookAt(state, position))}
      >
        {p('position.show')}
      </button>
    </div>
  )
}
