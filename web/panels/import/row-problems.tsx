/** What is wrong in which cell, as the file has it, and what would help? */
import type { ImportRow } from '../../../core/api/imports.ts'
import type { ImportNoun } from '../../../core/import/nouns.ts'
import { toCellName, useImportWords } from './use-import-words.ts'

interface RowProblemsProps {
  readonly row: ImportRow
  readonly noun: ImportNoun
}

export function RowProblems({ row, noun }: RowProblemsProps) {
  const { p, toProblem, nameField } = useImportWords()
  if (row.problems.length === 0) return null
  return (
    <ul className="import-problems">
      {row.problems.map((problem, index) => {
        const { level, column, field, value } = problem
        const { text, remedy } = toProblem(problem, noun)
        return (
          <li key={index} className={level === 'error' ? 'import-error' : undefined}>
            {column !== null && <span className="import-cell">{toCellName(column, row.at)}</span>}{' '}
            {field !== null && `${nameField(field, noun)}: `}
            {value !== null && (
              <>
                <q>{value}</q>
                {'. '}
              </>
            )}
            {level === 'warning' && <em>{p('preview.warning')}: </em>}
            {text} <span className="soft">{remedy}</span>
          </li>
        )
      })}
    </ul>
  )
}
