/** The list on a phone: a card for each village instead of a table that is squeezed. */
import { usePartWords } from '../../hooks/use-part-words.ts'
import type { GapRow } from '../../state/gap-rows.ts'
import type { ListColumn } from '../../state/list-view.ts'
import { StateMark } from '../state-mark.tsx'
import { toCellText, toColumnTitle } from './cell-text.ts'
import { GroupHead } from './gap-group-line.tsx'
import type { GapTableProps } from './gap-table.tsx'
import type { GroupNames } from './list-words.ts'
import { useListLines } from './use-list-lines.ts'

const card_px = 128

export function GapCards({ list, view, names }: GapTableProps) {
  const { p, formats } = usePartWords('gaps')
  const { setScroller, ...lines } = useListLines(list, { height_px: card_px, head_px: 0, foot_px: 0 })
  const { items, virtual } = lines
  const { measureElement } = virtual
  return (
    <>
      <div className="gap-scroller gap-cards" ref={setScroller}>
        <ul aria-label={p('table')} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const item = items[index]
            if (item === undefined) return null
            return (
              <li
                key={String(key)}
                ref={measureElement}
                data-index={index}
                style={{ transform: `translateY(${start}px)` }}
              >
                {item.type === 'group' ? (
                  <GroupHead item={item} names={names} onOpen={() => lines.open(item)} />
                ) : (
                  <Card
                    row={item.row}
                    columns={view.columns}
                    names={names}
                    is_selected={item.row.id === lines.selected_id}
                    onOpen={() => lines.open(item)}
                  />
                )}
              </li>
            )
          })}
        </ul>
      </div>
      <p className="note gap-cards-sums">
        {p('sums', { villages: formats.integer(list.sums.villages) })} ·{' '}
        {p('sums_households', { n: formats.integer(list.sums.households) })} ·{' '}
        {p('sums_people', { n: formats.integer(list.sums.people) })}
      </p>
    </>
  )
}

interface CardProps {
  readonly row: GapRow
  readonly columns: readonly ListColumn[]
  readonly names: GroupNames
  readonly is_selected: boolean
  readonly onOpen: () => void
}

function Card({ row, columns, names, is_selected, onOpen }: CardProps) {
  const words = usePartWords('gaps')
  return (
    <div className="gap-card" data-selected={is_selected}>
      <p>
        <StateMark state={row.state} />{' '}
        <button type="button" className="village-name" aria-pressed={is_selected} onClick={onOpen}>
          {row.name}
          <span className="visually-hidden"> ({words.t(`states.${row.state}`)})</span>
        </button>{' '}
        <span className="soft">{[row.commune, row.district].filter(Boolean).join(' · ')}</span>
      </p>
      {row.blockers.map((blocker) => (
        <span className="chip" key={blocker}>
          {words.t(`blockers.${blocker}`)}
        </span>
      ))}
      <dl>
        {columns
          .filter((column) => column !== 'blockers' && column !== 'commune' && column !== 'district')
          .map((column) => {
            const { text, is_quiet } = toCellText(row, column, words, names.carriers)
            return (
              <div key={column}>
                <dt>{toColumnTitle(column, words, names.carriers)}</dt>
                <dd data-quiet={is_quiet}>{text}</dd>
              </div>
            )
          })}
      </dl>
    </div>
  )
}
