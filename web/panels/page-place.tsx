/** Where does a page lie? Docked at the right of the map, over all of it on a phone. */
import { useEffect, useState, type ComponentType } from 'react'
import { useWords } from '../hooks/use-words.ts'
import type { PageName } from '../state/page-slice.ts'
import { getRole, isSignedIn } from '../state/session-slice.ts'
import { useApp, type AppState } from '../state/store.ts'
import { pages, type PageEntry } from './pages.tsx'

/** A visitor who opens somebody's page signs in first; one who has to choose a password does that. */
export function getShownPage(state: AppState): PageName {
  if (state.session?.must_change_password === true) return 'account'
  const entry = pages[state.page]
  if (entry === undefined || state.session === null) return 'map'
  return entry.roles.includes(getRole(state)) || isSignedIn(state) ? state.page : 'sign-in'
}

const widths_px: Readonly<Record<PageEntry['width'], (screen_px: number) => number>> = {
  narrow: () => 440,
  half: (screen_px) => Math.max(440, Math.min(540, screen_px - 900)),
  // A table with its columns, and a map wider than a phone's beside it.
  table: (screen_px) => Math.min(760, Math.max(520, Math.round(screen_px * 0.44))),
  wide: (screen_px) => Math.min(860, screen_px - 500),
}

/** How wide the page is, for the map that keeps clear of it. */
function usePageWidth_px(): number {
  const width = useApp((state) => pages[getShownPage(state)]?.width)
  if (width === undefined) return 0
  return widths_px[width](window.innerWidth)
}

/** What of the map a page covers that leaves enough of it: the map keeps clear of that. */
export function useCoveredWidth_px(): number {
  const width_px = usePageWidth_px()
  const isWide = useApp((state) => pages[getShownPage(state)]?.width === 'wide')
  return isWide ? 0 : width_px
}

export function PagePlace() {
  const name = useApp(getShownPage)
  const width_px = usePageWidth_px()
  if (name === 'map') return null
  return (
    <div
      className="page-place"
      style={{ '--page-width': `${width_px}px` } as object}
      data-page={name}
      data-width={pages[name]?.width}
      data-phone={pages[name]?.phone ?? 'screen'}
    >
      <LoadedPage key={name} name={name} />
    </div>
  )
}

function LoadedPage({ name }: { readonly name: PageName }) {
  const { t } = useWords()
  const [attempt, setAttempt] = useState(0)
  const [loaded, setLoaded] = useState<{ readonly Page: ComponentType } | 'loading' | 'failed'>('loading')
  useEffect(() => {
    let isWanted = true
    pages[name]?.load().then(
      (Page) => isWanted && setLoaded({ Page }),
      () => isWanted && setLoaded('failed'),
    )
    return () => {
      isWanted = false
    }
  }, [name, attempt])
  if (loaded === 'failed') {
    return (
      <section className="selected">
        <p role="alert">{t('errors.network')}</p>
        <button type="button" className="text-button" onClick={() => setAttempt(attempt + 1)}>
          {t('problem.retry')}
        </button>
      </section>
    )
  }
  if (loaded === 'loading') {
    return (
      <section className="selected" aria-busy="true" aria-label={t('panel.loading')}>
        <span className="skeleton skeleton-line" />
        <span className="skeleton skeleton-block" />
      </section>
    )
  }
  return <loaded.Page />
}
