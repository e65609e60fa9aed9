/** What must nobody overlook? That a circle is a rough estimate, and that the positions are samples. */
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'

export function EstimateMark() {
  const { p } = usePartWords('circles')
  const isSample = useApp((state) => state.province?.data.is_sample === true)
  return (
    <div className="estimate-mark">
      <span className="estimate-circle" aria-hidden="true" />
      <p>
        {p('mark_short')} {isSample && p('sample')}
      </p>
    </div>
  )
}
