/** How does somebody add files? Chosen, dropped, or taken with the phone's camera. */
import { useRef, useState } from 'react'
import type { AssignmentRecord } from '../../../core/api/assignments.ts'
import type { FileNoun } from '../../../core/api/files.ts'
import { listEndings, type FileKind } from '../../../core/files/kinds.ts'
import { useRole } from '../../hooks/use-role.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { writeFiles } from '../../outbox/write-report.ts'
import { addFilesToSend } from '../../state/files-to-send.ts'
import { toMegabytes } from './megabytes.ts'

interface AttachFilesProps {
  readonly row: { readonly noun: FileNoun; readonly noun_id: number }
  readonly kinds: readonly FileKind[]
  readonly record?: AssignmentRecord
  readonly most_bytes: Readonly<Record<string, number>>
}

export function AttachFiles({ row, kinds, record, most_bytes }: AttachFilesProps) {
  const { p, formats } = usePartWords('proofs')
  const [is_over, setIsOver] = useState(false)
  const isCarrier = useRole() === 'carrier'
  const add = (files: readonly File[], toKind: (file: File) => FileKind) => {
    const chosen = files.map((file) => ({ file, kind: toKind(file) }))
    const addHere = () => addFilesToSend(chosen, row)
    // Kept on the machine until the server has them; where nothing can be kept, they go from this page.
    if (isCarrier && record !== undefined) writeFiles(record, chosen).catch(addHere)
    else addHere()
  }
  return (
    <div
      className={is_over ? 'proof-attach proof-attach-over' : 'proof-attach'}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        add([...event.dataTransfer.files], (file) => guessKind(file, kinds))
      }}
    >
      <ul className="proof-kinds">
        {kinds.map((kind) => (
          <li key={kind}>
            <ChooseFiles kind={kind} onChoose={(files) => add(files, () => kind)} />
            <span className="soft">
              {p(`attach.hint.${kind}`, { most: formats.integer(toMegabytes(most_bytes[kind] ?? 0)) })}
            </span>
          </li>
        ))}
      </ul>
      <p className="soft proof-drop">{p('attach.drop')}</p>
    </div>
  )
}

/** What a phone offers: its camera beside its pictures for photos, its files for the rest. */
const accepted: Readonly<Record<FileKind, string>> = {
  photo: 'image/jpeg,image/png,image/webp',
  drive_test: '.csv,text/csv,text/plain',
  document: listEndings('document')
    .map((ending) => `.${ending}`)
    .join(','),
}

function ChooseFiles({
  kind,
  onChoose,
}: {
  readonly kind: FileKind
  readonly onChoose: (files: readonly File[]) => void
}) {
  const { p } = usePartWords('proofs')
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" className="plain-button" onClick={() => input.current?.click()}>
        {p(`attach.${kind}`)}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={p(`attach.${kind}`)}
        accept={accepted[kind]}
        onChange={({ target }) => {
          onChoose([...(target.files ?? [])])
          // The same file may be chosen again.
          target.value = ''
        }}
      />
    </>
  )
}

/** Of a dropped file: the server looks at what it is. */
function guessKind({ name, type }: File, kinds: readonly FileKind[]): FileKind {
  if (type.startsWith('image/') && kinds.includes('photo')) return 'photo'
  return /\.(csv|tsv|txt)$/i.test(name) && kinds.includes('drive_test') ? 'drive_test' : 'document'
}
