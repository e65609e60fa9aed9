/** Which file? Dropped here or chosen; what is wrong with it is said before it is sent. */
import { useId, useState } from 'react'
import { importExtensions, mostImportBytes } from '../../../core/import/limits.ts'
import { useImportWords } from './use-import-words.ts'

interface FileChoiceProps {
  readonly file: File | null
  readonly problem: string | null
  readonly onChoose: (file: File) => void
}

export function FileChoice({ file, problem, onChoose }: FileChoiceProps) {
  const { p, toSize } = useImportWords()
  const id = useId()
  const [isOver, setOver] = useState(false)
  const take = (chosen: File | undefined) => {
    if (chosen !== undefined) onChoose(chosen)
  }
  return (
    <div className={problem === null ? 'edit-field' : 'edit-field edit-field-wrong'}>
      <div
        className="import-drop"
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files[0])
        }}
      >
        <label htmlFor={id}>{p('upload.file')}</label>
        <span>
          {p('upload.drop')}{' '}
          <label htmlFor={id} className="text-button import-choose">
            {p('upload.choose')}
          </label>
        </span>
        <input
          id={id}
          type="file"
          className="visually-hidden"
          // An .xls is let through: the server says what is to be done with it.
          accept={[...importExtensions, '.xls'].join(',')}
          aria-describedby={`${id}-note`}
          {...(problem === null ? {} : { 'aria-invalid': true })}
          onChange={(event) => take(event.target.files?.[0])}
        />
        {file !== null && (
          <strong role="status">{p('upload.chosen', { name: file.name, size: toSize(file.size) })}</strong>
        )}
      </div>
      <p className="edit-note" id={`${id}-note`}>
        {problem ?? p('upload.accepted', { most: toSize(mostImportBytes) })}
      </p>
    </div>
  )
}
