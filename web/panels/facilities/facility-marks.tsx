/** What do the signs of facilities mean, and how many of each are in view? */
import { usePartWords } from '../../hooks/use-part-words.ts'
import { facilityKindsDrawn } from '../../layers/facility-symbols.ts'
import { useApp } from '../../state/store.ts'
import { FacilityMark } from './facility-mark.tsx'

export function FacilityMarks() {
  const { t, p, formats } = usePartWords('records')
  const counts = useApp((state) => state.view_counts.facilities)
  const present = facilityKindsDrawn.filter((kind) => (counts?.[kind] ?? 0) > 0)
  if (present.length === 0) return null
  return (
    <ul className="marks" title={t('legend.in_view')}>
      {present.map((kind) => (
        <li key={kind}>
          <FacilityMark kind={kind} />
          {p(`facility.kinds.${kind}`)}
          <span className="number">{formats.integer(counts?.[kind] ?? 0)}</span>
        </li>
      ))}
    </ul>
  )
}
