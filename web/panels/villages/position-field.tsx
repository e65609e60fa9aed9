/** Where is it? Typed as degrees, minutes or VN-2000; both readings and the commune that follows stand under what is typed. */
import { useEffect, useState } from 'react'
import type { PositionCheck } from '../../../core/api/site-edits.ts'
import { parsePosition, type ReadingArea } from '../../../core/coordinates/parse.ts'
import { ApiProblem, call } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { TextField } from './fields.tsx'

interface PositionFieldProps {
  readonly value: string
  readonly area: ReadingArea
  readonly problem: string | null
  readonly onChange: (value: string) => void
  /** What stands there while nothing is typed. */
  readonly hint?: string
  /** The commune that a position is in, as soon as it is known. */
  readonly onUnits?: (units: PositionCheck['units']) => void
}

/** A slip is seen before it is saved. */
export function PositionField({ value, area, problem, onChange, hint, onUnits }: PositionFieldProps) {
  const { p, formats } = usePartWords('villages')
  const reading = parsePosition([value], area)
  const check = usePositionFacts(value, area, onUnits)
  return (
    <div className="edit-position">
      <TextField
        label={p('fields.position')}
        value={value}
        problem={problem ?? (reading.type === 'problem' ? p(`problems.position_${reading.problem}`) : null)}
        hint={reading.type === 'position' ? toReadingText() : (hint ?? p('hints.position'))}
        onChange={onChange}
      />
      <p className={check?.inside === false ? 'edit-note edit-wrong' : 'edit-note'} role="status">
        {check !== null && toPlaceText(check)}
      </p>
    </div>
  )

  function toPlaceText({ inside, swapped, units }: PositionCheck): string {
    if (!inside) return swapped ? p('place.swapped') : p('place.outside')
    if (units === null) return ''
    const { commune_name: commune, district_name: district, commune_2025_name: later } = units
    return p('place.units', { commune, district, later })
  }

  function toReadingText(): string {
    if (reading.type !== 'position') return ''
    const [lng, lat] = reading.position
    const degrees = `${formats.coordinate(lat)}; ${formats.coordinate(lng)}`
    const grid = area.grid?.toGrid(reading.position)
    const text =
      grid === undefined
        ? p('hints.reads_degrees', { degrees })
        : p('hints.reads', {
            degrees,
            x: formats.integer(grid.northing_m),
            y: formats.integer(grid.easting_m),
          })
    return reading.oddity === 'none' ? text : `${text}. ${p(`oddities.${reading.oddity}`)}`
  }
}

const pause_ms = 250

/** Asked a moment after the last letter or move. Without an answer the server still decides when it is saved. */
function usePositionFacts(
  value: string,
  area: ReadingArea,
  onUnits: PositionFieldProps['onUnits'],
): PositionCheck | null {
  const [known, setKnown] = useState<{ readonly key: string; readonly check: PositionCheck } | null>(null)
  const reading = parsePosition([value], area)
  const key = reading.type === 'position' ? reading.position.join() : ''
  useEffect(() => {
    if (key === '') return
    const [lng = 0, lat = 0] = key.split(',').map(Number)
    const stop = new AbortController()
    const timer = setTimeout(() => {
      call('checkPosition', { query: { lng, lat }, signal: stop.signal }).then(
        (check) => {
          setKnown({ key, check })
          onUnits?.(check.units)
        },
        (error: unknown) => {
          if (!stop.signal.aborted && !(error instanceof ApiProblem)) throw error
        },
      )
    }, pause_ms)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
    // Whoever listens is new on every drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key])
  return known?.key === key ? known.check : null
}
