/** What does one unit say? Its name selects it; its bar, share and what remains open the villages behind them. */
import { memo, useEffect, useRef } from 'react'
import { useTarget } from '../hooks/use-target.ts'
import { useWords, type Words } from '../hooks/use-words.ts'
import { toShortName } from '../i18n/unit-names.ts'
import type { MapTheme } from '../map/map-view-props.ts'
import { getRemainingColor, getShareColor } from '../state/class-colors.ts'
import { isUnknown } from '../state/is-mostly-unknown.ts'
import { getTheme } from '../state/screen-slice.ts'
import { useApp } from '../state/store.ts'
import { gapStates, listedStates, type ListView } from '../state/list-view.ts'
import { openList, select } from '../state/transitions.ts'
import type { UnitRow, UnitTable } from '../state/unit-rows.ts'
import type { UnitSet } from '../../core/coverage/question.ts'
import { ShareBar } from './share-bar.tsx'

interface UnitTableRowProps {
  readonly row: UnitRow
  readonly unit_set: UnitSet
  readonly table: UnitTable
  /** Name of the unit around it, where that is known. */
  readonly within: string | undefined
  readonly barStart: number
}

// A hundred rows stand still while the pointer passes over two.
export const UnitTableRow = memo(function UnitTableRow(props: UnitTableRowProps) {
  const { row, unit_set, table, within, barStart } = props
  const words = useWords()
  const theme = useApp(getTheme)
  const target = useTarget()?.percent ?? null
  const isHighlighted = useApp((state) => state.highlight === row.code)
  const isSelected = useApp(({ selection }) => selection.type === 'unit' && selection.code === row.code)
  const line = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (isSelected) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isSelected])
  const highlight = () => useApp.setState({ highlight: row.code })
  const selectRow = () =>
    useApp.setState((state) => select(state, { type: 'unit', unit_set, code: row.code }))
  const name = toShortName(row, words.t)
  const door = (states: ListView['states'], text: string) => ({
    type: 'button' as const,
    className: 'cell-door',
    'aria-label': words.t('table.open_list', { name, text }),
    onFocus: highlight,
    onClick: () => openUnitList({ unit_set, code: row.code, states }),
  })
  const percent = toPercentText(row, words)
  const remaining = toRemainingText(row, words)
  return (
    // The button in the first cell does the same by keyboard; the cell only widens the target of the pointer.
    <tr ref={line} data-selected={isSelected} data-highlighted={isHighlighted} onMouseEnter={highlight}>
      <th scope="row" className="column-name" onClick={selectRow}>
        <button type="button" aria-pressed={isSelected} onFocus={highlight}>
          {name}
        </button>
        {within !== undefined && <span className="within">{within}</span>}
      </th>
      {/* The bar opens what the percentage beside it opens: one stop for the keyboard is enough. */}
      <td
        className="column-bar"
        onClick={() => openUnitList({ unit_set, code: row.code, states: listedStates })}
      >
        <ShareBar percent={row.percent} color={toColor(row, table, theme)} start={barStart} target={target} />
      </td>
      <td className="column-percent">
        <button {...door(listedStates, percent)}>{percent}</button>
      </td>
      <td className="column-remaining">
        <button {...door(gapStates, remaining)}>{remaining}</button>
      </td>
    </tr>
  )
})

interface UnitList {
  readonly unit_set: UnitSet
  readonly code: string
  readonly states: ListView['states']
}

/** The unit is selected as well, so that the map shows which one it is. */
function openUnitList({ unit_set, code, states }: UnitList): void {
  useApp.setState((state) => ({
    ...select(state, { type: 'unit', unit_set, code }),
    ...openList(state, { scope: { type: 'unit', code }, states }),
  }))
}

function toPercentText({ percent, share }: UnitRow, { t, formats }: Words): string {
  if (percent === null) return '–'
  return isUnknown(share) ? t('states.unknown') : formats.percent(percent)
}

function toRemainingText({ remaining, unknown, share }: UnitRow, { t, formats }: Words): string {
  if (share.total === 0) return t('table.none_counted')
  if (remaining > 0) return t('table.left', { n: formats.integer(remaining) })
  return unknown > 0 ? t('headline.unknown', { n: formats.integer(unknown) }) : t('table.complete')
}

function toColor(row: UnitRow, table: UnitTable, theme: MapTheme): string | null {
  if (row.class_index === null) return null
  if (table.mode === 'remaining') return getRemainingColor(row.class_index, theme)
  const shareClass = table.classes[row.class_index]
  return shareClass === undefined ? null : getShareColor(shareClass, theme)
}
