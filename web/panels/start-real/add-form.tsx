/** A form that opens where a record is added by hand, and says what became of it. */
import type { ReactNode } from 'react'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useProblemText } from '../../hooks/use-problem-text.ts'
import type { Adding } from './use-adding.ts'

interface AddFormProps {
  readonly adding: Adding
  readonly label: string
  readonly saved_text: string
  readonly isBusy: boolean
  readonly onSubmit: () => Promise<void>
  readonly children: ReactNode
}

export function AddForm({ adding, label, saved_text, isBusy, onSubmit, children }: AddFormProps) {
  const { p } = usePartWords('start_real')
  const toProblemText = useProblemText()
  return (
    <>
      <p role="status">{adding.saved !== null && saved_text}</p>
      {adding.isOpen ? (
        <form
          className="form start-real-form"
          noValidate
          aria-label={label}
          onSubmit={(event) => {
            event.preventDefault()
            void onSubmit()
          }}
        >
          {children}
          <p className="form-problem" role="alert">
            {adding.problem !== null && p('not_saved', { reason: toProblemText(adding.problem) })}
          </p>
          <div className="row-actions">
            <button type="submit" className="main-button" disabled={isBusy}>
              {p('save')}
            </button>
            <button type="button" className="text-button" onClick={() => adding.setOpen(false)}>
              {p('cancel')}
            </button>
          </div>
        </form>
      ) : (
        <div className="row-actions">
          <button type="button" className="plain-button" onClick={() => adding.setOpen(true)}>
            {label}
          </button>
        </div>
      )}
    </>
  )
}
