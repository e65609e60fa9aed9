/** Two people changed one site: both versions side by side with what they began from, and a choice for each field. */
import { useState } from 'react'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { settleConflict } from '../../edit-site.ts'
import type { Choice, FieldConflict } from '../../state/site-conflict.ts'
import { getPosition, useSiteSession, type Conflict } from '../../state/site-session.ts'
import { EditDialog } from './edit-dialog.tsx'
import { useFieldWords } from './field-words.ts'
import { measure_m } from './use-map-editing.ts'
import './conflict.css'

export function ConflictDialog({ conflict }: { readonly conflict: Conflict }) {
  const { p } = usePartWords('editing')
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map())
  const { nameOf } = useFieldWords()
  // Longitude and latitude follow one choice.
  const rows = conflict.conflicts.filter(({ path }) => path !== 'lat')
  const chosen = rows.map(({ path }) => path)
  const others = conflict.theirs.filter(({ path }) => path !== 'lat' && !chosen.includes(path))
  const isComplete = rows.every(({ path }) => choices.has(path))
  return (
    <EditDialog
      title={p('conflict.title')}
      onClose={() => useSiteSession.setState({ conflict: null, is_stale: true })}
    >
      <p>
        {conflict.changed_by === null
          ? p('conflict.somebody')
          : p('conflict.who', { name: conflict.changed_by })}
      </p>
      {rows.length === 0 ? (
        <p>{p('conflict.none')}</p>
      ) : (
        <ConflictTable
          rows={rows}
          choices={choices}
          onChoose={(path, choice) => setChoices(new Map(choices).set(path, choice))}
        />
      )}
      {others.length > 0 && (
        <p className="soft">
          {p('conflict.also', { fields: others.map(({ path }) => nameOf(path)).join(', ') })}
        </p>
      )}
      <div className="edit-actions">
        <button
          type="button"
          className="main-button"
          disabled={!isComplete}
          onClick={() => settleConflict(choices)}
        >
          {p('conflict.use')}
        </button>
        <button
          type="button"
          className="plain-button"
          onClick={() => useSiteSession.setState({ conflict: null, is_stale: true })}
        >
          {p('confirm.cancel')}
        </button>
      </div>
    </EditDialog>
  )
}

interface ConflictTableProps {
  readonly rows: readonly FieldConflict[]
  readonly choices: ReadonlyMap<string, Choice>
  readonly onChoose: (path: string, choice: Choice) => void
}

function ConflictTable({ rows, choices, onChoose }: ConflictTableProps) {
  const { p } = usePartWords('editing')
  const { nameOf } = useFieldWords()
  return (
    <table className="edit-conflicts">
      <thead>
        <tr>
          <th scope="col">{p('conflict.field')}</th>
          <th scope="col">{p('conflict.base')}</th>
          <th scope="col">{p('conflict.theirs')}</th>
          <th scope="col">{p('conflict.mine')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.path}>
            <th scope="row">{row.path === 'lng' ? p('fields.position') : nameOf(row.path)}</th>
            <td data-side={p('conflict.base')}>
              <ConflictValue row={row} side="base" />
            </td>
            {(['theirs', 'mine'] as const).map((side) => (
              <td key={side} data-side={p(`conflict.${side}`)}>
                <label>
                  <input
                    type="radio"
                    name={row.path}
                    checked={choices.get(row.path) === side}
                    onChange={() => onChoose(row.path, side)}
                  />
                  <ConflictValue row={row} side={side} />
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ConflictValue({
  row,
  side,
}: {
  readonly row: FieldConflict
  readonly side: 'base' | 'theirs' | 'mine'
}) {
  const conflict = useSiteSession((session) => session.conflict)
  const base = getPosition(useSiteSession((session) => session.base))
  const { p, formats } = usePartWords('editing')
  const { valueOf } = useFieldWords()
  const lat = conflict?.conflicts.find(({ path }) => path === 'lat')
  const own = valueOf(row.path, row[side])
  if (row.path !== 'lng' || lat === undefined) return <>{own}</>
  const place = [Number(row[side]), Number(lat[side])] as const
  return (
    <span>
      {`${valueOf('lat', lat[side])}; ${own}`}
      {side !== 'base' && base !== null && (
        <span className="soft">
          {' '}
          · {p('history.moved', { distance: formats.distance(measure_m(base, place)) })}
        </span>
      )}
    </span>
  )
}
