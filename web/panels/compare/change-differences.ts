/** How does somebody ask for other differing villages? */
import type { DifferenceView } from '../../state/compare-slice.ts'
import { useApp } from '../../state/store.ts'

export function changeDifferences(change: Partial<DifferenceView>): void {
  useApp.setState(({ differences }) => ({ differences: { ...differences, ...change } }))
}
