/** What do the listed villages add up to? The sums follow the filter and stay in sight. */
import { usePartWords } from '../../hooks/use-part-words.ts'
import type { GapList } from '../../state/gap-list.ts'
import { isNumberColumn, type ListColumn } from '../../state/list-view.ts'

interface ListSumsProps {
  readonly list: GapList
  readonly columns: readonly ListColumn[]
}

export function ListSums({ list: { sums }, columns }: ListSumsProps) {
  const { p, formats } = usePartWords('gaps')
  const unknown =
    sums.without_people === 0 ? '' : p('sums_unknown', { n: formats.integer(sums.without_people) })
  const toSum = (column: ListColumn) =>
    column === 'people'
      ? formats.integer(sums.people)
      : column === 'households'
        ? formats.integer(sums.households)
        : ''
  return (
    <tfoot>
      <tr>
        <th scope="row" title={unknown}>
          {p('sums', { villages: formats.integer(sums.villages) })}
        </th>
        {columns.map((column) => (
          <td key={column} className={isNumberColumn(column) ? 'gap-number' : undefined} title={unknown}>
            {toSum(column)}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}
