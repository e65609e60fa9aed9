/** A dialog of the browser's own: it keeps focus inside, closes on Escape and gives focus back. */
import { useEffect, useRef, type ReactNode } from 'react'
import { useWords } from '../hooks/use-words.ts'
import { useApp } from '../state/store.ts'

interface DialogFrameProps {
  readonly title: string
  readonly children: ReactNode
}

export function DialogFrame({ title, children }: DialogFrameProps) {
  const { t } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby="dialog-title"
      onClose={closeDialog}
      onClick={(event) => {
        if (event.target === dialog.current) closeDialog()
      }}
    >
      <div className="dialog-body">
        <header className="selected-head">
          <h2 id="dialog-title">{title}</h2>
          <button type="button" className="icon-button" aria-label={t('panel.close')} onClick={closeDialog}>
            ✕
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}

export function closeDialog(): void {
  useApp.setState({ dialog: { type: 'none' } })
}
