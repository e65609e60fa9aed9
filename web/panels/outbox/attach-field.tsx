/** Which files go with a report? Chosen or taken here, and kept with it. */
import './outbox.css'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { Field } from '../villages/fields.tsx'

interface AttachFieldProps {
  readonly chosen: readonly File[]
  readonly onChange: (files: readonly File[]) => void
}

/** No HEIC: a phone that is not offered it hands a JPEG over. */
const taken = 'image/jpeg,image/png,image/webp,.csv,.pdf,.docx,.xlsx'

export function AttachField({ chosen, onChange }: AttachFieldProps) {
  const { p } = usePartWords('outbox')
  return (
    <Field label={p('attach.label')} hint={p('attach.hint')}>
      {(ids) => (
        <>
          <input
            {...ids}
            type="file"
            multiple
            accept={taken}
            onChange={(event) => {
              onChange([...chosen, ...(event.target.files ?? [])])
              // The same one can be chosen again once it was removed.
              event.target.value = ''
            }}
          />
          {chosen.length > 0 && <Chosen chosen={chosen} onChange={onChange} />}
        </>
      )}
    </Field>
  )
}

function Chosen({ chosen, onChange }: AttachFieldProps) {
  const { p, formats } = usePartWords('outbox')
  return (
    <ul className="unsent-chosen">
      {chosen.map((file, at) => (
        <li key={`${file.name} ${file.lastModified} ${at}`}>
          {p('attach.chosen', { name: file.name, size: formats.decimal(file.size / 1_000_000) })}
          <button
            type="button"
            className="text-button"
            aria-label={p('attach.remove', { name: file.name })}
            onClick={() => onChange(chosen.filter((_, other) => other !== at))}
          >
            ✕
          </button>
        </li>
      ))}
    </ul>
  )
}
