/** What does one unit say? The whole row can be pressed; its name is the button for keyboards. */
import { useWords } from '../hooks/use-words.ts'
import { toShortName } from '../i18n/unit-names.ts'
import { getRemainingColor, getShareColor } from '../state/class-colors.ts'
import { getTheme } from '../state/screen-slice.ts'
import { useApp } from '../state/store.ts'
import type { UnitRow, UnitTable } from '../state/unit-rows.ts'
import type { MapTheme } from '../map/map-view-props.ts'
import { useTarget } from '../hooks/use-target.ts'
import { ShareBar } from './share-bar.tsx'
import { useDistrictNames } from '../hooks/use-district-names.ts'

interface UnitTableRowProps {
  readonly row: UnitRow
  readonly table: UnitTable
  readonly barStart: number
  readonly isSelected: boolean
  readonly isHighlighted: boolean
  readonly onSelect: () => void
}

export function UnitTableRow({
  row,
  table,
  barStart,
  isSelected,
  isHighlighted,
  onSelect,
}: UnitTableRowProps) {
  const { t, formats } = useWords()
  const theme = useApp(getTheme)
  const target = useTarget()?.percent ?? null
  const districts = useDistrictNames()
  const within = districts.get(row.parent_code ?? '')
  const highlight = () => useApp.setState({ highlight: row.code })
  return (
    // The button in the first cell does the same by keyboard; the row only widens the target of the pointer.
    <tr
      data-selected={isSelected}
      data-highlighted={isHighlighted}
      onMouseEnter={highlight}
      onClick={onSelect}
    >
      <th scope="row" className="column-name">
        <button type="button" aria-pressed={isSelected} onFocus={highlight}>
          {toShortName(row, t)}
        </button>
        {within !== undefined && <span className="within">{within}</span>}
      </th>
      <td className="column-bar">
        <ShareBar percent={row.percent} color={toColor(row, table, theme)} start={barStart} target={target} />
      </td>
      <td className="column-percent">{toPercentText(row)}</td>
      <td className="column-remaining">{toRemainingText(row)}</td>
    </tr>
  )

  function toPercentText({ percent, share }: UnitRow): string {
    if (percent === null) return '–'
    const isUnknown = share.unknown === share.total || (row.is_mostly_unknown && share.covered === 0)
    return isUnknown ? t('states.unknown') : formats.percent(percent)
  }

  function toRemainingText({ remaining, unknown, share }: UnitRow): string {
    if (share.total === 0) return t('table.no_villages')
    if (remaining > 0) return t('table.left', { n: formats.integer(remaining) })
    return unknown > 0 ? t('headline.unknown', { n: formats.integer(unknown) }) : t('table.complete')
  }
}

export function toColor(row: UnitRow, table: UnitTable, theme: MapTheme): string | null {
  if (row.class_index === null) return null
  if (table.mode === 'remaining') return getRemainingColor(row.class_index, theme)
  const shareClass = table.classes[row.class_index]
  return shareClass === undefined ? null : getShareColor(shareClass, theme)
}
