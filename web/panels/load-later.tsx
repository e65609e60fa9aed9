/** How does a part come that is not needed at once? A line that breaks takes the part away, never the page around it. */
import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import { useWords } from '../hooks/use-words.ts'

/**
 * What cannot be fetched is missing until the page is loaded again; reading goes on without it.
 *
 * @param instead stands there then; nothing, where nobody misses it
 */
export function loadLater<P extends object>(
  load: () => Promise<ComponentType<P>>,
  instead: ComponentType<P> = () => null,
): LazyExoticComponent<ComponentType<P>> {
  return lazy(async (): Promise<{ default: ComponentType<P> }> => ({
    default: await load().catch(() => instead),
  }))
}

/** In place of what somebody has asked to see. */
export function NotLoaded() {
  const { t } = useWords()
  return (
    <section className="selected">
      <p role="alert">{t('errors.network')}</p>
      <button type="button" className="text-button" onClick={() => window.location.reload()}>
        {t('problem.retry')}
      </button>
    </section>
  )
}
