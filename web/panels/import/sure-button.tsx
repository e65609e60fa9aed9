/** How is something asked once more before it is done? In its place, with what follows from it. */
import { useEffect, useRef, useState, type ReactNode } from 'react'

interface SureButtonProps {
  readonly label: string
  /** What follows, in a sentence. */
  readonly question: string
  readonly yes: string
  readonly no: string
  readonly look: 'main-button' | 'plain-button' | 'text-button'
  readonly is_disabled?: boolean
  /** What has to be said with it. */
  readonly children?: ReactNode
  /** False keeps the question open: something is missing. */
  readonly onYes: () => boolean | undefined
}

/** What was asked is under way: the question need not stand any more. */
export function start(work: Promise<unknown>): true {
  void work
  return true
}

export function SureButton({
  label,
  question,
  yes,
  no,
  look,
  is_disabled,
  children,
  onYes,
}: SureButtonProps) {
  const [isAsked, setAsked] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isAsked) box.current?.focus()
  }, [isAsked])
  if (!isAsked) {
    return (
      <button type="button" className={look} disabled={is_disabled === true} onClick={() => setAsked(true)}>
        {label}
      </button>
    )
  }
  return (
    <div
      ref={box}
      className="import-sure"
      role="group"
      aria-label={question}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        setAsked(false)
      }}
    >
      <p>{question}</p>
      {children}
      <div className="edit-actions">
        <button
          type="button"
          className="main-button"
          disabled={is_disabled === true}
          onClick={() => {
            if (onYes() !== false) setAsked(false)
          }}
        >
          {yes}
        </button>
        <button type="button" className="plain-button" onClick={() => setAsked(false)}>
          {no}
        </button>
      </div>
    </div>
  )
}
