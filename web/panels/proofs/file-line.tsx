/** Who sent a file and when, and how does one get it or take it back? */
import { useState, type ReactNode } from 'react'
import type { StoredFile } from '../../../core/api/files.ts'
import { paths } from '../../../core/api/paths.ts'
import { ApiProblem, call, toUrl } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { toMoment } from '../../i18n/moment.ts'
import { toMegabytes } from './megabytes.ts'
import { useFileProblemText } from './use-file-problem-text.ts'

interface FileLineProps {
  readonly file: StoredFile
  readonly onWithdrawn: (file: StoredFile) => void
  readonly children?: ReactNode
}

export function toFileUrl({ id }: Pick<StoredFile, 'id'>, size?: 'small'): string {
  return toUrl(paths.getFile, { id }, { size })
}

export function FileLine({ file, onWithdrawn, children }: FileLineProps) {
  return (
    <li>
      <strong className="proof-name">{file.name}</strong>
      <FileOrigin file={file} />
      {children}
      <FileActions file={file} onWithdrawn={onWithdrawn} />
    </li>
  )
}

export function FileOrigin({ file }: { readonly file: StoredFile }) {
  const { p, formats } = usePartWords('proofs')
  return (
    <p className="soft">
      {p('file.by', {
        who: file.uploader ?? p('file.somebody'),
        when: toMoment(file.uploaded_at),
        size: formats.decimal(toMegabytes(file.bytes)),
      })}
    </p>
  )
}

/** Taking back asks first: there is no way to undo it. */
export function FileActions({ file, onWithdrawn }: FileLineProps) {
  const { p } = usePartWords('proofs')
  const toText = useFileProblemText()
  const [asked, setAsked] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const withdraw = async () => {
    try {
      await call('withdrawFile', { params: { id: file.id } })
      onWithdrawn(file)
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setAsked(false)
      setProblem(error)
    }
  }
  return (
    <div className="proof-actions">
      <a href={toFileUrl(file)} download={file.name}>
        {p('file.download', { name: file.name })}
      </a>
      {file.may_withdraw && !asked && (
        <button
          type="button"
          className="text-button"
          aria-label={p('file.withdraw', { name: file.name })}
          onClick={() => setAsked(true)}
        >
          {p('file.withdraw_short')}
        </button>
      )}
      {asked && (
        <span role="group" aria-label={p('file.withdraw', { name: file.name })}>
          {p('file.sure')}{' '}
          <button type="button" className="plain-button" autoFocus onClick={() => void withdraw()}>
            {p('file.yes')}
          </button>{' '}
          <button type="button" className="plain-button" onClick={() => setAsked(false)}>
            {p('file.no')}
          </button>
        </span>
      )}
      {problem !== null && (
        <p className="edit-refusal" role="alert">
          {toText(problem)}
        </p>
      )}
    </div>
  )
}
