/** By which column is the table sorted? */
import { useWords } from '../hooks/use-words.ts'
import type { UnitSet } from '../../core/coverage/question.ts'

interface SortableColumn {
  readonly id: string
  readonly direction: false | 'asc' | 'desc'
  readonly toggle: () => void
}

interface UnitTableHeadProps {
  readonly unit_set: UnitSet
  readonly columns: readonly SortableColumn[]
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const
const arrows = { asc: '↑', desc: '↓' } as const

export function UnitTableHead({ unit_set, columns }: UnitTableHeadProps) {
  const { t } = useWords()
  const titles: Readonly<Record<string, string>> = {
    name: t(`unit_columns.${unit_set}`),
    percent: t('table.share'),
    remaining: t('table.remaining'),
  }
  return (
    <thead>
      <tr>
        {columns.map(({ id, direction, toggle }) => (
          <th
            key={id}
            scope="col"
            className={`column-${id}`}
            colSpan={id === 'percent' ? 2 : 1}
            aria-sort={direction === false ? 'none' : ariaSort[direction]}
          >
            <button type="button" onClick={toggle} title={t('table.sort_hint')}>
              {titles[id]}
              <span className="arrow" aria-hidden="true">
                {direction === false ? '' : arrows[direction]}
              </span>
            </button>
          </th>
        ))}
      </tr>
    </thead>
  )
}
