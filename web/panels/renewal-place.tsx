/** Where a session that has ended is taken up again, over whatever is open; fetched when it happens. */
import { useEffect, useState, type ComponentType } from 'react'
import { loadAccountTexts } from '../i18n/load-account-texts.ts'
import { useApp } from '../state/store.ts'

export function RenewalPlace() {
  const hasEnded = useApp((state) => state.session_end === 'expired')
  const [loaded, setLoaded] = useState<{ readonly Dialog: ComponentType } | null>(null)
  useEffect(() => {
    if (!hasEnded) return
    void Promise.all([import('./accounts/renewal-dialog.tsx'), loadAccountTexts()]).then(
      ([{ RenewalDialog }]) => setLoaded({ Dialog: RenewalDialog }),
      () => undefined,
    )
  }, [hasEnded])
  return hasEnded && loaded !== null ? <loaded.Dialog /> : null
}
