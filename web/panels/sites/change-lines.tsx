/** What changed, field by field, from what to what? */
import { useFieldWords } from './field-words.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { isSameValue } from '../../state/site-form.ts'

type Facts = Readonly<Record<string, unknown>>

interface ChangeLinesProps {
  readonly before: unknown
  readonly after: unknown
  readonly fields: readonly string[]
}

/** Follow from others, or are shown as a move. */
const unsaid: ReadonlySet<string> = new Set([
  'lng',
  'lat',
  'id',
  'district_code',
  'commune_2025_code',
  'is_sample',
])

export function ChangeLines({ before, after, fields }: ChangeLinesProps) {
  const { p } = usePartWords('editing')
  const { nameOf, valueOf } = useFieldWords()
  const [old, now] = [toFacts(before), toFacts(after)]
  return (
    <ul className="edit-changes">
      {fields
        .filter((field) => !unsaid.has(field) && field !== 'stations')
        .map((field) => (
          <li key={field}>
            <span className="soft">{nameOf(field)}</span>{' '}
            {p('confirm.from_to', { from: valueOf(field, old[field]), to: valueOf(field, now[field]) })}
          </li>
        ))}
      {fields.includes('stations') && <StationLines before={old['stations']} after={now['stations']} />}
    </ul>
  )
}

function toFacts(given: unknown): Facts {
  return typeof given === 'object' && given !== null ? (given as Facts) : {}
}

function toStations(given: unknown): readonly Facts[] {
  return Array.isArray(given) ? given.map(toFacts) : []
}

/** A proposal names only the fields of a station that it would change, a version of the record all of them. */
function StationLines({ before, after }: { readonly before: unknown; readonly after: unknown }) {
  const { p } = usePartWords('editing')
  const { nameOf, valueOf } = useFieldWords()
  const old = new Map(toStations(before).map((station) => [station['id'], station]))
  return toStations(after).flatMap((station, index) => {
    const was = old.get(station['id'])
    const changed = Object.keys(station).filter(
      (field) => !unsaid.has(field) && !isSameValue(was?.[field], station[field]),
    )
    const whole = { ...was, ...station }
    return changed.map((field) => (
      <li key={`${index} ${field}`}>
        <span className="soft">
          {p('conflict.station', {
            field: nameOf(field),
            carrier: valueOf('carrier_code', whole['carrier_code']),
            technology: valueOf('technology', whole['technology']),
          })}
        </span>{' '}
        {p('confirm.from_to', { from: valueOf(field, was?.[field]), to: valueOf(field, station[field]) })}
      </li>
    ))
  })
}
