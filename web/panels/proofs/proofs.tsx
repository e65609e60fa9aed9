/** Which files prove what was reported of this village? Photos, drive tests and documents, and the way to add one. */
import { useState } from 'react'
import type { AssignmentRecord } from '../../../core/api/assignments.ts'
import type { StoredFile } from '../../../core/api/files.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { Refusal } from '../villages/form-frame.tsx'
import { AttachFiles } from './attach-files.tsx'
import { DriveTests } from './drive-tests.tsx'
import { FileLine } from './file-line.tsx'
import { Photos } from './photos.tsx'
import { SendingFiles } from './sending-files.tsx'
import { useFiles } from './use-files.ts'
import './proofs.css'

export function Proofs({ record }: { readonly record: AssignmentRecord }) {
  const { p } = usePartWords('proofs')
  const fetched = useFiles('assignments', record.id)
  const [said, setSaid] = useState('')
  const onWithdrawn = (file: StoredFile) => {
    setSaid(p('file.withdrawn', { name: file.name }))
    fetched.look()
  }
  return (
    <section className="proofs" aria-label={p('title')}>
      <h4>{p('title')}</h4>
      <p role="status" className="edit-saved">
        {said}
      </p>
      {fetched.status === 'loading' && <p className="soft">{p('loading')}</p>}
      {fetched.status === 'failed' && <Refusal problem={fetched.problem} />}
      {fetched.status === 'ready' && (
        <>
          <Listed
            files={fetched.value.files}
            has_village={record.village_id !== null}
            onWithdrawn={onWithdrawn}
          />
          {fetched.value.may_add && <AttachFiles record={record} most_bytes={fetched.value.most_bytes} />}
        </>
      )}
      <SendingFiles noun_id={record.id} />
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
