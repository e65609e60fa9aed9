/** What do the marks on the map mean? Only those that are there. */
import { isMove, toPoint, type DrawnPlace } from '../../state/import-places.ts'
import { importMarks, type ImportMark } from '../../layers/import-places.ts'
import { MarkIcon, MoveIcon } from './row-icon.tsx'
import { useImportWords } from './use-import-words.ts'

interface MapLegendProps {
  /** Null until they are known. */
  readonly places: readonly DrawnPlace[] | null
  readonly meanings?: 'rows' | 'differences'
}

const names = {
  rows: {
    added: 'new',
    todo: 'changed',
    conflict: 'conflicting',
    awaiting: 'asking',
    returned: 'returned',
    blocked: 'refused',
    missing: 'missing',
    unchanged: 'unchanged',
  },
  differences: {
    added: 'new',
    todo: 'changed',
    conflict: 'conflicting',
    awaiting: 'asking',
    returned: 'returned',
    blocked: 'ended',
    missing: 'dropped',
    unchanged: 'unchanged',
  },
} as const satisfies Record<string, Record<ImportMark, string>>

export function MapLegend({ places, meanings = 'rows' }: MapLegendProps) {
  const { p } = useImportWords()
  if (places === null) return null
  const placed = places.filter((place) => toPoint(place) !== null)
  if (placed.length === 0) return <p className="note">{p('map.nowhere')}</p>
  const shown = importMarks.toReversed().filter((mark) => placed.some((place) => place.mark === mark))
  return (
    <div className="import-legend">
      <strong>{p('map.legend')}</strong>
      <ul aria-label={p('map.legend')}>
        {shown.map((mark) => (
          <li key={mark}>
            <MarkIcon mark={mark} /> {p(`map.${names[meanings][mark]}`)}
          </li>
        ))}
        {placed.some(isMove) && (
          <li>
            <MoveIcon /> {p('map.moved')}
          </li>
        )}
      </ul>
      <p className="note">{p('map.hint')}</p>
    </div>
  )
}
