/** Which columns does the table have beside the name? */
import { usePartWords } from '../../hooks/use-part-words.ts'
import { fixedColumns, openingColumns, withColumn, type ListColumn } from '../../state/list-view.ts'
import { toColumnTitle, type CarrierNames } from './cell-text.ts'
import { changeList } from './change-list.ts'

interface ColumnPickerProps {
  readonly columns: readonly ListColumn[]
  readonly carriers: CarrierNames
}

export function ColumnPicker({ columns, carriers }: ColumnPickerProps) {
  const words = usePartWords('gaps')
  const offered: readonly ListColumn[] = [
    ...fixedColumns,
    ...[...carriers.keys()].map((code): ListColumn => `site-${code}`),
  ]
  return (
    <>
      <ul className="column-picker">
        {offered.map((column) => (
          <li key={column}>
            <label>
              <input
                type="checkbox"
                checked={columns.includes(column)}
                onChange={() => changeList({ columns: withColumn(columns, column) })}
              />{' '}
              {toColumnTitle(column, words, carriers)}
            </label>
          </li>
        ))}
      </ul>
      {columns.join() !== openingColumns.join() && (
        <button type="button" className="text-button" onClick={() => changeList({ columns: openingColumns })}>
          {words.p('columns_reset')}
        </button>
      )}
    </>
  )
}
