/** A question that must be answered before editing goes on. */
import { useEffect, useId, useRef, type ReactNode } from 'react'

interface EditDialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

export function EditDialog({ title, onClose, children }: EditDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      // Its keys are its own: Escape would close the panel below, Ctrl+Z take back what is asked about.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="dialog-body">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </dialog>
  )
}
