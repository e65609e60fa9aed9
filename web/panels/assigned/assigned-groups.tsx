/** Which villages are listed, the most urgent first? Each group says how many it holds. */
import { useEffect, useRef, useState } from 'react'
import { useRole } from '../../hooks/use-role.ts'
import { groupAssigned, type AssignedRow, type GroupedRows } from '../../state/assigned-rows.ts'
import { useApp } from '../../state/store.ts'
import { AssignedLine } from './assigned-line.tsx'
import { useAssignedWords } from './use-assigned-words.ts'

/** Lines at once: more are drawn when asked for. */
const step = 100

export function AssignedGroups({ rows }: { readonly rows: readonly AssignedRow[] }) {
  const groups = groupAssigned(rows)
  const list = useRef<HTMLDivElement>(null)
  const selected_id = useApp(({ selection }) => (selection.type === 'village' ? selection.id : null))
  // A point picked on the map brings its line into sight.
  useEffect(() => {
    if (selected_id === null) return
    const line = list.current?.querySelector<HTMLElement>(`[data-village="${selected_id}"]`)
    line?.closest('details')?.setAttribute('open', '')
    line?.scrollIntoView({ block: 'nearest' })
  }, [selected_id])
  return (
    <div ref={list}>
      {groups.map((grouped) => (
        <Group
          key={grouped.group}
          grouped={grouped}
          is_only={groups.length === 1}
          selected_id={selected_id}
        />
      ))}
    </div>
  )
}

interface GroupProps {
  readonly grouped: GroupedRows
  readonly is_only: boolean
  readonly selected_id: number | null
}

function Group({ grouped: { group, rows }, is_only, selected_id }: GroupProps) {
  const { p, formats } = useAssignedWords()
  const isCarrier = useRole() === 'carrier'
  const [shown, setShown] = useState(step)
  const lines = (
    <ul className="assigned-list">
      {rows.slice(0, shown).map((row) => (
        <AssignedLine key={row.record.id} row={row} is_selected={row.record.village_id === selected_id} />
      ))}
    </ul>
  )
  const more = rows.length > shown && (
    <button type="button" className="plain-button" onClick={() => setShown(shown + step)}>
      {p('row.more', { n: formats.integer(Math.min(step, rows.length - shown)) })}
    </button>
  )
  // Whoever is told of nothing has no groups.
  if (group === 'untold' && is_only) {
    return (
      <>
        {lines}
        {more}
      </>
    )
  }
  const title = group === 'untold' && isCarrier ? p('untold_of_others') : p(`groups.${group}`)
  return (
    <details
      className="assigned-group"
      data-group={group}
      open={is_only || (group !== 'done' && group !== 'untold')}
    >
      <summary>
        <h3>
          {title} <span className="assigned-count">{formats.integer(rows.length)}</span>
        </h3>
      </summary>
      {lines}
      {more}
    </details>
  )
}
