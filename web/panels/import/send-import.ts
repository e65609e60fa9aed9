/** How does a file to be imported get to the server? As it is, in one request that tells how far it is. */
import type { ImportRecord } from '../../../core/api/imports.ts'
import { paths } from '../../../core/api/paths.ts'
import type { ImportNoun } from '../../../core/import/nouns.ts'
import { ApiProblem, getCsrfToken, readProblem, renewCsrfToken, toUrl } from '../../api.ts'

export interface SentImport {
  readonly file: File
  readonly noun: ImportNoun
  /** Of a carrier’s own list it is known. */
  readonly sender: string | null
  /** Between 0 and 1: what has left this machine. */
  readonly onProgress: (share: number) => void
  readonly signal: AbortSignal
}

/** @throws ApiProblem; where it was stopped, the signal’s reason */
export async function sendImport(sent: SentImport): Promise<ImportRecord> {
  try {
    return await post(sent)
  } catch (error) {
    // The token of a page that was open for long: a fresh one is asked for, and nothing has been kept yet.
    if (!(error instanceof ApiProblem) || error.code !== 'csrf_token_invalid') throw error
    await renewCsrfToken(error)
    return post(sent)
  }
}

/** Not by fetch: no browser tells how much of a body it has sent. */
function post({ file, noun, sender, onProgress, signal }: SentImport): Promise<ImportRecord> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', toUrl(paths.createImport, {}, { noun, file_name: file.name, sender }))
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('x-csrf-token', getCsrfToken())
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total)
    request.onerror = () => reject(new ApiProblem('network'))
    request.onabort = () => reject(signal.reason as Error)
    request.onload = () => {
      const body = parse(request.responseText)
      if (request.status >= 400) reject(readProblem(body, request.status))
      else if (isAnswer(body)) resolve(body.import)
      else reject(new ApiProblem('unreadable'))
    }
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

function isAnswer(body: unknown): body is { readonly import: ImportRecord } {
  return typeof body === 'object' && body !== null && 'import' in body
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
