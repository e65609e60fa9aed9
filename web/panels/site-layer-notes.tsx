/** What is not told of the sites that are drawn: whose are left out, how exact, as of when? */
import { useSiteCounts } from '../hooks/use-site-counts.ts'
import { useWords } from '../hooks/use-words.ts'
import { canReadColumn } from '../../core/permissions.ts'
import { getRole, isShownPublicly } from '../state/session-slice.ts'
import { useApp } from '../state/store.ts'

export function SiteLayerNotes() {
  const { t, formats } = useWords()
  const isShown = useApp((state) => state.visible.includes('sites'))
  const role = useApp(getRole)
  const mode = useApp((state) => (isShownPublicly(state) ? state.session?.public_sites : 'full'))
  const isPast = useApp((state) => state.question.as_of !== null)
  const counts = useSiteCounts()
  if (!isShown) return null
  const total = counts
    ?.filter(({ unit_set }) => unit_set === 'district')
    .reduce((sum, { live }) => sum + live, 0)
  const isDated = canReadColumn(role, 'stations', 'on_air_on')
  return (
    <>
      {mode === 'generalised' && <p className="note">{t('layers.sites_generalised')}</p>}
      {mode === 'count' && total !== undefined && (
        <p className="note">{t('layers.sites_counted', { n: formats.integer(total) })}</p>
      )}
      {role !== 'staff' && role !== 'admin' && <p className="note">{t('layers.sites_unrestricted')}</p>}
      {isPast && !isDated && <p className="note">{t('layers.sites_today')}</p>}
    </>
  )
}
