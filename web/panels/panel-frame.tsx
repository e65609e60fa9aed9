/** Around whatever is selected: its name, what it lies in, a way to share it and a way out. */
import { useEffect, useRef, type ReactNode } from 'react'
import { useWords } from '../hooks/use-words.ts'
import { nothingSelected } from '../state/selection.ts'
import { useApp } from '../state/store.ts'
import { select } from '../state/transitions.ts'
import { CopyLink } from './copy-link.tsx'

interface PanelFrameProps {
  readonly title: string
  readonly subtitle?: ReactNode
  /** What is selected: focus moves here when it changes, so that a keyboard follows the choice. */
  readonly focus_key: string
  /** Beside the link to share. */
  readonly action?: ReactNode
  readonly children: ReactNode
}

export function PanelFrame({ title, subtitle, focus_key, action, children }: PanelFrameProps) {
  const { t } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const opener = document.activeElement
    heading.current?.focus({ preventScroll: true })
    return () => giveBackFocus(opener)
  }, [focus_key])
  return (
    <section
      className="selected"
      aria-label={t('panel.selected')}
      onKeyDown={(event) => closeOnEscape(event.key)}
    >
      <header className="selected-head">
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {title}
          </h2>
          {subtitle !== undefined && <p className="soft">{subtitle}</p>}
        </div>
        <button type="button" className="icon-button" aria-label={t('panel.close')} onClick={close}>
          ✕
        </button>
      </header>
      <div className="selected-actions">
        {action}
        <CopyLink />
      </div>
      {children}
    </section>
  )
}

/** To what opened the panel, unless focus has moved on by itself. */
function giveBackFocus(opener: Element | null): void {
  requestAnimationFrame(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (isLost && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
  })
}

function close(): void {
  useApp.setState((state) => ({ ...select(state, nothingSelected), candidates: [] }))
}

function closeOnEscape(key: string): void {
  if (key === 'Escape') close()
}
