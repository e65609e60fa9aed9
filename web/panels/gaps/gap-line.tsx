/** What does the line of one village say? Its name stands still while the columns are scrolled. */
import { memo } from 'react'
import { usePartWords } from '../../hooks/use-part-words.ts'
import type { GapRow } from '../../state/gap-rows.ts'
import { isNumberColumn, type ListColumn } from '../../state/list-view.ts'
import { StateMark } from '../state-mark.tsx'
import { toCellText, type CarrierNames } from './cell-text.ts'

interface GapLineProps {
  readonly index: number
  readonly row: GapRow
  readonly columns: readonly ListColumn[]
  readonly carriers: CarrierNames
  /** The one line that the tab key leads to. */
  readonly is_active: boolean
  readonly is_selected: boolean
  readonly onOpen: () => void
  readonly onFocus: () => void
  readonly onPoint: () => void
}

/** The handlers are made anew with every drawing and mean the same line: they are left out of the comparison. */
export const GapLine = memo(DrawnLine, (before, after) => {
  return (
    before.index === after.index &&
    before.row === after.row &&
    before.columns === after.columns &&
    before.carriers === after.carriers &&
    before.is_active === after.is_active &&
    before.is_selected === after.is_selected
  )
})

function DrawnLine(props: GapLineProps) {
  const words = usePartWords('gaps')
  const { row, index, columns, carriers, is_active, is_selected } = props
  return (
    <tr
      className="gap-line"
      data-index={index}
      data-village={row.id}
      aria-rowindex={index + 2}
      aria-selected={is_selected}
      tabIndex={is_active ? 0 : -1}
      onClick={props.onOpen}
      onFocus={props.onFocus}
      onMouseEnter={props.onPoint}
    >
      <th scope="row">
        <span className="gap-name">
          <StateMark state={row.state} />
          <span>
            <span className="gap-name-text">{row.name}</span>
            <span className="visually-hidden"> ({words.t(`states.${row.state}`)})</span>
            <span className="within">{[row.commune, row.district].filter(Boolean).join(' · ')}</span>
          </span>
        </span>
      </th>
      {columns.map((column) => {
        const { text, title, is_quiet } = toCellText(row, column, words, carriers)
        return (
          <td
            key={column}
            className={isNumberColumn(column) ? 'gap-number' : undefined}
            title={title ?? text}
            data-quiet={is_quiet}
          >
            {text}
          </td>
        )
      })}
    </tr>
  )
}
