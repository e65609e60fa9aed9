/** Does a column hold numbers, that stand at the right? */
import type { ListColumn } from '../../state/list-view.ts'

export function isNumberColumn(column: ListColumn | 'name'): boolean {
  return column === 'people' || column === 'households' || column === 'overdue'
}
