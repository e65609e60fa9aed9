/** Which records differ from the last list in one way? Drawn as far as they are in sight. */
import { useId } from 'react'
import type { ImportDifference } from '../../../core/api/imports.ts'
import type { ImportNoun } from '../../../core/import/nouns.ts'
import { toDifferenceMark } from '../../state/import-places.ts'
import { RowChanges } from './row-changes.tsx'
import { MarkIcon } from './row-icon.tsx'
import { Room } from './rows-table.tsx'
import { useImportWords } from './use-import-words.ts'
import { usePageRows } from './use-page-rows.ts'

interface DifferencesTableProps {
  readonly kind: ImportDifference['kind']
  readonly noun: ImportNoun
  readonly differences: readonly ImportDifference[]
  readonly pointed: { readonly at: number; readonly label: string } | null
  readonly onPoint: (row: { readonly at: number; readonly label: string }) => void
}

export function DifferencesTable({ kind, noun, differences, pointed, onPoint }: DifferencesTableProps) {
  const { p } = useImportWords()
  const id = useId()
  const { setBody, measure, ...page } = usePageRows({
    count: differences.length,
    height_px: 56,
    toKey: (index) => `${differences[index]?.key}:${index}`,
  })
  if (differences.length === 0) return <p>{p('preview.none')}</p>
  return (
    <table className="import-rows" aria-labelledby={id} aria-rowcount={differences.length}>
      <caption id={id} className="visually-hidden">
        {p('comparison.table', { kind: p(`comparison.kinds.${kind}`) })}
      </caption>
      <colgroup>
        <col className="import-column-number" />
        <col />
      </colgroup>
      <tbody ref={setBody}>
        <Room height_px={page.before_px} />
        {page.drawn.map(({ index, key }) => {
          const one = differences[index]
          if (one === undefined) return null
          return (
            <tr
              key={String(key)}
              ref={measure}
              data-index={index}
              aria-rowindex={index + 1}
              data-pointed={pointed?.at === one.at && pointed.label === one.label}
            >
              <td className="import-row-number">
                <MarkIcon mark={toDifferenceMark(kind)} />
                <span className="soft">
                  {one.at === 0 ? p('preview.no_row') : p('preview.row', { at: one.at })}
                </span>
              </td>
              <td>
                <DifferenceBody difference={one} noun={noun} onPoint={onPoint} />
              </td>
            </tr>
          )
        })}
        <Room height_px={page.after_px} />
      </tbody>
    </table>
  )
}

interface DifferenceBodyProps extends Pick<DifferencesTableProps, 'noun' | 'onPoint'> {
  readonly difference: ImportDifference
}

function DifferenceBody({ difference, noun, onPoint }: DifferenceBodyProps) {
  const { p, formats } = useImportWords()
  const { label, moved_m, from, to, changes, kind } = difference
  return (
    <>
      <div className="import-row-head">
        <strong>{label}</strong>
        {moved_m !== null && moved_m > 0 && (
          <span>{p('preview.moved', { distance: formats.distance(moved_m) })}</span>
        )}
        {(from !== null || to !== null) && (
          <button
            type="button"
            className="text-button"
            aria-label={p('preview.map_of', { label })}
            onClick={() => onPoint(difference)}
          >
            {p('preview.map')}
          </button>
        )}
      </div>
      <RowChanges changes={changes} noun={noun} is_new={kind === 'added'} />
    </>
  )
}
