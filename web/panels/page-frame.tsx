/** Around a page: its name, which takes the focus, and the way back to the map. */
import '../styles/pages.css'
import { useEffect, useRef, type ReactNode } from 'react'
import { useWords } from '../hooks/use-words.ts'
import { useApp } from '../state/store.ts'

interface PageFrameProps {
  readonly title: string
  /** A page that one cannot leave before it is done. */
  readonly closing?: 'none'
  readonly children: ReactNode
}

export function PageFrame({ title, closing, children }: PageFrameProps) {
  const { t } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <section
      className="page-frame"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && closing === undefined) closePage()
      }}
    >
      <header className="selected-head">
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {closing === undefined && (
          <button type="button" className="icon-button" aria-label={t('panel.close')} onClick={closePage}>
            ✕
          </button>
        )}
      </header>
      {children}
    </section>
  )
}

export function closePage(): void {
  useApp.setState({ page: 'map' })
}
