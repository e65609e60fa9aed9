/** What are gains and losses called? In time something is gained; between two carriers one has what the other lacks. */
import { usePartWords } from '../../hooks/use-part-words.ts'
import { isInTime, type Difference, type DifferenceFilter } from '../../state/compare-slice.ts'
import { useApp } from '../../state/store.ts'

export function useChangeWords(): (filter: DifferenceFilter) => string {
  const { p } = usePartWords('time')
  const inTime = useApp(isInTime)
  return (filter) => {
    if (filter === 'all' || filter === 'both_known') return p(`compare.${filter}`)
    const change: Difference = filter
    return inTime ? p(`compare.change_in_time.${change}`) : p(`compare.change.${change}`)
  }
}
