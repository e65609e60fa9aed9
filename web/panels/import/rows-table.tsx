/** What would each row do? As many in the page as are in sight, however long the file is. */
import { useEffect, useId, type ReactNode } from 'react'
import type { ImportRecord, ImportRow } from '../../../core/api/imports.ts'
import type { RowTab } from '../../state/import-steps.ts'
import { ListProblem } from '../list-problem.tsx'
import { RowLine, type Decision } from './row-line.tsx'
import { useImportRows } from './use-import-rows.ts'
import { useImportWords } from './use-import-words.ts'
import { usePageRows } from './use-page-rows.ts'

interface RowsTableProps {
  readonly record: ImportRecord
  readonly tab: RowTab
  readonly text: string
  readonly search: ReactNode
  readonly is_disabled: boolean
  /** On the map: the row’s number and label. */
  readonly pointed: { readonly at: number; readonly label: string } | null
  readonly onPoint: (row: ImportRow) => void
  readonly onDecide: (at: number, decision: Decision) => void
}

export function RowsTable({ record, tab, text, search, ...actions }: RowsTableProps) {
  const { p, formats } = useImportWords()
  const rows = useImportRows({ id: record.id, version: record.version, status: tab, text })
  const total = rows.total ?? 0
  return (
    <>
      <div className="import-table-head">
        {search}
        <span role="status" className="soft">
          {rows.total === null ? p('loading') : p('preview.rows', { n: formats.integer(total) })}
        </span>
      </div>
      {rows.problem !== null && <ListProblem problem={rows.problem} onRetry={rows.retry} />}
      {rows.total === 0 && <p>{text === '' ? p('preview.none') : p('preview.none_found', { text })}</p>}
      {total > 0 && (
        <Table key={`${tab}:${text}`} record={record} tab={tab} rows={rows} total={total} {...actions} />
      )}
    </>
  )
}

interface TableProps extends Omit<RowsTableProps, 'text' | 'search'> {
  readonly rows: ReturnType<typeof useImportRows>
  readonly total: number
}

function Table({ record, tab, rows, total, pointed, ...actions }: TableProps) {
  const { p } = useImportWords()
  const id = useId()
  const { setBody, measure, ...page } = usePageRows({ count: total, height_px: 84, toKey: (index) => index })
  const [first, last] = [page.drawn[0]?.index ?? 0, page.drawn.at(-1)?.index ?? 0]
  const { look } = rows
  useEffect(() => look({ first, last }), [look, first, last])
  return (
    <table className="import-rows" aria-labelledby={id} aria-rowcount={total}>
      <caption id={id} className="visually-hidden">
        {p('preview.table', { status: p(`statuses.${tab}`) })}
      </caption>
      <colgroup>
        <col className="import-column-number" />
        <col />
      </colgroup>
      <tbody ref={setBody}>
        <Room height_px={page.before_px} />
        {page.drawn.map(({ index, key }) => {
          const row = rows.rowAt(index)
          return (
            <RowLine
              key={String(key)}
              index={index}
              measure={measure}
              row={row}
              noun={record.noun}
              is_pointed={row !== null && pointed?.at === row.at && pointed.label === row.label}
              {...actions}
            />
          )
        })}
        <Room height_px={page.after_px} />
      </tbody>
    </table>
  )
}

/** The lines that are not drawn keep their room. */
export function Room({ height_px }: { readonly height_px: number }) {
  if (height_px <= 0) return null
  return (
    <tr aria-hidden="true" className="import-room" style={{ height: height_px }}>
      <td colSpan={2} />
    </tr>
  )
}
