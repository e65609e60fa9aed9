/** How far is each file that this page sends, which was stored, and which could not be? */
import type { FileNoun } from '../../../core/api/files.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { dropFile, sendAgain, useFilesToSend, type FileToSend } from '../../state/files-to-send.ts'
import { toMegabytes } from './megabytes.ts'
import { useFileProblemText } from './use-file-problem-text.ts'

interface SendingFilesProps {
  readonly noun: FileNoun
  readonly noun_id: number
}

export function SendingFiles({ noun, noun_id }: SendingFilesProps) {
  const { p } = usePartWords('proofs')
  const isOfRow = (file: SendingFilesProps) => file.noun === noun && file.noun_id === noun_id
  const files = useFilesToSend((state) => state.files).filter(isOfRow)
  const latest = useFilesToSend((state) => state.stored)
    .filter(isOfRow)
    .at(-1)
  return (
    <>
      <p role="status" className="edit-saved">
        {latest === undefined ? '' : p('sending.done', { name: latest.name })}
      </p>
      {files.length > 0 && (
        <ul className="proof-sending" aria-label={p('sending.title')}>
          {files.map((file) => (
            <SendingFile key={file.key} file={file} />
          ))}
        </ul>
      )}
    </>
  )
}

function SendingFile({ file }: { readonly file: FileToSend }) {
  const { p } = usePartWords('proofs')
  const { key, name, status } = file
  return (
    <li>
      <FileProgress file={file} />
      <span className="edit-toolbar">
        {status === 'failed' && (
          <button
            type="button"
            className="text-button"
            aria-label={p('sending.again', { name })}
            onClick={() => sendAgain(key)}
          >
            ↻
          </button>
        )}
        <button
          type="button"
          className="text-button"
          aria-label={p(status === 'failed' ? 'sending.drop' : 'sending.cancel', { name })}
          onClick={() => dropFile(key)}
        >
          ✕
        </button>
      </span>
    </li>
  )
}

function FileProgress({ file: { name, status, problem, sent, file } }: { readonly file: FileToSend }) {
  const { p, formats } = usePartWords('proofs')
  const toText = useFileProblemText()
  if (status === 'waiting') return <span>{p('sending.waiting', { name })}</span>
  if (problem !== null) {
    return (
      <span className="edit-refusal" role="alert">
        {p('sending.failed', { name, text: toText(problem) })}
      </span>
    )
  }
  const share = file.size === 0 ? 0 : sent / file.size
  return (
    <label>
      {p('sending.progress', {
        name,
        percent: formats.percent(share),
        size: formats.decimal(toMegabytes(file.size)),
      })}
      <progress value={sent} max={Math.max(file.size, 1)} />
    </label>
  )
}
