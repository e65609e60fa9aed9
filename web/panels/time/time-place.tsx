/** Where does the slider of days stand? Its code comes once the first answer is there; its place is kept from the start. */
import { useEffect, useState, type ComponentType } from 'react'
import { loadTimeTexts } from '../../i18n/load-time-texts.ts'
import { useApp } from '../../state/store.ts'

export function TimePlace() {
  const [loaded, setLoaded] = useState<{ readonly TimeBar: ComponentType } | null>(null)
  const isAnswered = useApp((state) => state.answer !== null)
  useEffect(() => {
    if (!isAnswered) return
    let isWanted = true
    Promise.all([import('./time-bar.tsx'), loadTimeTexts()]).then(
      ([{ TimeBar }]) => isWanted && setLoaded({ TimeBar }),
      // The sentence still offers days.
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [isAnswered])
  return <div className="time-place">{loaded !== null && <loaded.TimeBar />}</div>
}
