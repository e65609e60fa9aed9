/** Which files belong to this row, and prove what was said of it? Photos, drive tests and documents, and the way to add one. */
import { useState } from 'react'
import type { AssignmentRecord } from '../../../core/api/assignments.ts'
import type { FileNoun, StoredFile } from '../../../core/api/files.ts'
import type { FileKind } from '../../../core/files/kinds.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { Refusal } from '../villages/form-frame.tsx'
import { AttachFiles } from './attach-files.tsx'
import { DriveTests } from './drive-tests.tsx'
import { FileLine } from './file-line.tsx'
import { Photos } from './photos.tsx'
import { SendingFiles } from './sending-files.tsx'
import { useFiles } from './use-files.ts'
import './proofs.css'

interface ProofsProps {
  readonly noun: FileNoun
  readonly noun_id: number
  readonly title: string
  readonly kinds: readonly FileKind[]
  /** What is far from it, a photo says. */
  readonly has_village: boolean
  /** Of an assigned village: its carrier's files wait on the machine until there is a line. */
  readonly record?: AssignmentRecord
}

export function Proofs({ noun, noun_id, title, kinds, has_village, record }: ProofsProps) {
  const { p } = usePartWords('proofs')
  const fetched = useFiles(noun, noun_id)
  const [said, setSaid] = useState('')
  const onWithdrawn = (file: StoredFile) => {
    setSaid(p('file.withdrawn', { name: file.name }))
    fetched.look()
  }
  return (
    <section className="proofs" aria-label={title}>
      <h4>{title}</h4>
      <p role="status" className="edit-saved">
        {said}
      </p>
      {fetched.status === 'loading' && <p className="soft">{p('loading')}</p>}
      {fetched.status === 'failed' && <Refusal problem={fetched.problem} />}
      {fetched.status === 'ready' && (
        <>
          <Listed files={fetched.value.files} has_village={has_village} onWithdrawn={onWithdrawn} />
          {fetched.value.may_add && (
            <AttachFiles
              row={{ noun, noun_id }}
              kinds={kinds}
              most_bytes={fetched.value.most_bytes}
              {...(record === undefined ? {} : { record })}
            />
          )}
        </>
      )}
      <SendingFiles noun={noun} noun_id={noun_id} />
    </section>
  )
}

interface ListedProps {
  readonly files: readonly StoredFile[]
  readonly has_village: boolean
  readonly onWithdrawn: (file: StoredFile) => void
}

function Listed({ files, has_village, onWithdrawn }: ListedProps) {
  const { p, formats } = usePartWords('proofs')
  const of = (kind: StoredFile['kind']) => files.filter((file) => file.kind === kind)
  const documents = of('document')
  if (files.length === 0) return <p className="soft">{p('none')}</p>
  return (
    <>
      <Photos files={of('photo')} has_village={has_village} onWithdrawn={onWithdrawn} />
      <DriveTests files={of('drive_test')} onWithdrawn={onWithdrawn} />
      {documents.length > 0 && (
        <>
          <h5>{p('documents', { n: formats.integer(documents.length) })}</h5>
          <ul className="proof-list">
            {documents.map((file) => (
              <FileLine key={file.id} file={file} onWithdrawn={onWithdrawn} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}
