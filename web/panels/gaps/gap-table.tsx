/** The list as a table: a line for each village, as many in the page as are in sight; its order stands in its head. */
import { usePartWords } from '../../hooks/use-part-words.ts'
import type { GapList } from '../../state/gap-list.ts'
import {
  isCarrierColumn,
  isNumberColumn,
  toNextSort,
  type ListColumn,
  type ListView,
} from '../../state/list-view.ts'
import { changeList } from './change-list.ts'
import { toColumnTitle } from './cell-text.ts'
import { GapGroupLine } from './gap-group-line.tsx'
import { GapLine } from './gap-line.tsx'
import type { GroupNames } from './list-words.ts'
import { ListSums } from './list-sums.tsx'
import { useListLines } from './use-list-lines.ts'

export interface GapTableProps {
  readonly list: GapList
  readonly view: ListView
  readonly names: GroupNames
}

const line_px = 38

export function GapTable({ list, view, names }: GapTableProps) {
  const { p } = usePartWords('gaps')
  const { setScroller, ...lines } = useListLines(list, {
    height_px: line_px,
    head_px: line_px,
    foot_px: line_px,
  })
  const { items, virtual } = lines
  const drawn = virtual.getVirtualItems()
  const before_px = (drawn[0]?.start ?? line_px) - line_px
  const after_px = virtual.getTotalSize() - ((drawn.at(-1)?.end ?? line_px) - line_px)
  const width = view.columns.length + 1
  return (
    <div className="gap-scroller" ref={setScroller}>
      <table className="gap-table" role="grid" aria-label={p('table')} aria-rowcount={items.length + 1}>
        <colgroup>
          <col className="gap-column-name" />
          {view.columns.map((column) => (
            <col key={column} style={{ width: widths_px[toWidthKey(column)] }} />
          ))}
        </colgroup>
        <GapTableHead view={view} names={names} />
        <tbody
          onKeyDown={lines.onKeyDown}
          onMouseLeave={() => lines.point(null)}
          onBlur={() => lines.point(null)}
        >
          <Room height_px={before_px} columns={width} />
          {drawn.map(({ index, key }) => {
            const item = items[index]
            if (item === undefined) return null
            const line = {
              index,
              is_active: index === lines.active,
              onOpen: () => {
                lines.activate(index)
                lines.open(item)
              },
              onFocus: () => {
                lines.activate(index)
                lines.point(item.type === 'village' ? item.row : null)
              },
            }
            return item.type === 'group' ? (
              <GapGroupLine key={String(key)} {...line} item={item} names={names} columns={width} />
            ) : (
              <GapLine
                key={String(key)}
                {...line}
                row={item.row}
                columns={view.columns}
                carriers={names.carriers}
                is_selected={item.row.id === lines.selected_id}
                onPoint={() => lines.point(item.row)}
              />
            )
          })}
          <Room height_px={after_px} columns={width} />
        </tbody>
        <ListSums list={list} columns={view.columns} />
      </table>
      <p className="visually-hidden">{p('keys')}</p>
    </div>
  )
}

/** The lines that are not drawn keep their room. */
function Room({ height_px, columns }: { readonly height_px: number; readonly columns: number }) {
  if (height_px <= 0) return null
  return (
    <tr aria-hidden="true" className="gap-room" style={{ height: height_px }}>
      <td colSpan={columns} />
    </tr>
  )
}

const arrows = { asc: '↑', desc: '↓' } as const
const ariaSort = { asc: 'ascending', desc: 'descending' } as const

function GapTableHead({ view, names }: Pick<GapTableProps, 'view' | 'names'>) {
  const words = usePartWords('gaps')
  return (
    <thead>
      <tr aria-rowindex={1}>
        {(['name', ...view.columns] as const).map((column) => {
          const direction = view.sort?.column === column ? view.sort.direction : null
          const title = toColumnTitle(column, words, names.carriers)
          return (
            <th
              key={column}
              scope="col"
              className={isNumberColumn(column) ? 'gap-number' : undefined}
              aria-sort={direction === null ? 'none' : ariaSort[direction]}
            >
              <button
                type="button"
                title={words.p('sort_by', { column: title })}
                onClick={() => changeList({ sort: toNextSort(view.sort, column) })}
              >
                {title}
                <span className="arrow" aria-hidden="true">
                  {direction === null ? '' : arrows[direction]}
                </span>
              </button>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

const widths_px: Readonly<Record<string, number>> = {
  state: 84,
  commune: 132,
  district: 112,
  people: 62,
  households: 58,
  blockers: 118,
  site: 146,
  shareable: 150,
  fibre: 132,
  carrier: 80,
  due: 108,
  overdue: 108,
  power: 84,
  road: 118,
  hardship: 110,
  carrierSite: 132,
}

function toWidthKey(column: ListColumn): string {
  return isCarrierColumn(column) ? 'carrierSite' : column
}
