/** What would one row do, what is wrong with it, and what can be decided of it? */
import type { ImportRow } from '../../../core/api/imports.ts'
import type { ImportNoun } from '../../../core/import/nouns.ts'
import { isNewRecord, toRowNumbers } from '../../state/import-rows.ts'
import { RowChanges } from './row-changes.tsx'
import { RowIcon } from './row-icon.tsx'
import { RowProblems } from './row-problems.tsx'
import { useImportWords } from './use-import-words.ts'

export type Decision = 'take' | 'leave' | null

interface RowLineProps {
  readonly index: number
  readonly measure: (element: HTMLElement | null) => void
  /** Null while it is on its way. */
  readonly row: ImportRow | null
  readonly noun: ImportNoun
  readonly is_pointed: boolean
  readonly is_disabled: boolean
  readonly onPoint: (row: ImportRow) => void
  readonly onDecide: (at: number, decision: Decision) => void
}

export function RowLine({ index, measure, row, is_pointed, ...line }: RowLineProps) {
  const common = { ref: measure, 'data-index': index, 'aria-rowindex': index + 1 }
  if (row === null) {
    return (
      <tr {...common} aria-busy="true">
        <td colSpan={2}>
          <span className="skeleton skeleton-line" />
        </td>
      </tr>
    )
  }
  return (
    <tr {...common} data-pointed={is_pointed}>
      <RowNumber row={row} />
      <td>
        <RowBody row={row} {...line} />
      </td>
    </tr>
  )
}

function RowNumber({ row: { at, rows, status } }: { readonly row: ImportRow }) {
  const { p } = useImportWords()
  const name =
    at === 0
      ? p('preview.no_row')
      : p('preview.rows_joined', { rows: toRowNumbers(rows.length > 0 ? rows : [at]) })
  return (
    <td className="import-row-number">
      <RowIcon status={status} />
      <span className="soft">{name}</span>
    </td>
  )
}

type RowBodyProps = Pick<RowLineProps, 'noun' | 'is_disabled' | 'onPoint' | 'onDecide'> & {
  readonly row: ImportRow
}

function RowBody({ row, noun, is_disabled, onPoint, onDecide }: RowBodyProps) {
  const { p, formats } = useImportWords()
  const { label, moved_m, conflicts, decision, from, to } = row
  const hasPlace = from !== null || to !== null
  return (
    <>
      <div className="import-row-head">
        <strong>{label}</strong>
        {moved_m !== null && moved_m > 0 && (
          <span>{p('preview.moved', { distance: formats.distance(moved_m) })}</span>
        )}
        {hasPlace && (
          <button
            type="button"
            className="text-button"
            aria-label={p('preview.map_of', { label })}
            onClick={() => onPoint(row)}
          >
            {p('preview.map')}
          </button>
        )}
      </div>
      {decision !== null && (
        <p className="import-decided">{p(decision === 'leave' ? 'preview.left' : 'preview.taken')}</p>
      )}
      {conflicts.map((code) => (
        <p key={code} className="import-conflict">
          <RowIcon status="conflicting" /> {p(`conflicts.${code}.title`)}
        </p>
      ))}
      <RowChanges changes={row.changes} noun={noun} is_new={isNewRecord(row)} />
      <RowProblems row={row} noun={noun} />
      <RowDecision row={row} is_disabled={is_disabled} onDecide={onDecide} />
    </>
  )
}

type RowDecisionProps = Pick<RowBodyProps, 'row' | 'is_disabled' | 'onDecide'>

/** What has an error cannot be taken; what the file lacks has no row to decide of. */
function RowDecision({ row, is_disabled, onDecide }: RowDecisionProps) {
  const { p } = useImportWords()
  const { at, status, label, decision } = row
  const isLeavable = at > 0 && (status === 'new' || status === 'changed' || status === 'conflicting')
  const isTakable = at > 0 && status === 'conflicting'
  const offered = (
    [
      ['take', isTakable && decision !== 'take'],
      ['leave', isLeavable && decision !== 'leave'],
      ['reset', decision !== null],
    ] as const
  ).filter(([, isOffered]) => isOffered)
  if (is_disabled || offered.length === 0) return null
  return (
    <div className="row-actions">
      {offered.map(([choice]) => (
        <button
          type="button"
          key={choice}
          className="text-button"
          aria-label={p(`preview.${choice}_of`, { label })}
          onClick={() => onDecide(at, choice === 'reset' ? null : choice)}
        >
          {p(`preview.${choice}`)}
        </button>
      ))}
    </div>
  )
}
