/**
 * How does a file get to the server over a line that breaks? In pieces by the tus protocol, from where it broke off, under a key of
 * the page's own: sending the same key again stores nothing twice.
 */
import type { DetailedError, Upload } from 'tus-js-client'
import { paths } from '../core/api/paths.ts'
import type { FileNoun } from '../core/api/files.ts'
import type { FileKind } from '../core/files/kinds.ts'
import { ApiProblem, getCsrfToken, readProblem, renewCsrfToken } from './api.ts'

export interface SentFile {
  /** A UUID; the file's id when it is stored. */
  readonly key: string
  readonly noun: FileNoun
  readonly nounId: number
  readonly kind: FileKind
  readonly file: Blob
  readonly name: string
  /** Bytes that the server has. */
  readonly onProgress?: (sent: number) => void
  readonly signal?: AbortSignal
}

/** What is lost of a piece when the line breaks is sent again. */
const piece_bytes = 1_000_000
const pausesMs = [0, 1_000, 3_000, 5_000]

/**
 * Resolves when the server has stored it: in its place and in the database.
 *
 * @throws ApiProblem `network` where the line is gone for good; an aborted sending throws the signal's reason
 */
export async function sendFile(sent: SentFile): Promise<void> {
  // An empty file is refused by the server only after it was announced; nobody need wait for that.
  if (sent.file.size === 0) throw new ApiProblem('file_unfit', { problem: 'empty', kind: sent.kind })
  const { Upload } = await import('tus-js-client')
  sent.signal?.throwIfAborted()
  await new Promise<void>((resolve, reject) => {
    const upload = createUpload(Upload, sent, { resolve, reject })
    sent.signal?.addEventListener('abort', () => {
      void upload.abort()
      reject(sent.signal?.reason as Error)
    })
    upload.start()
  })
}

interface Ends {
  readonly resolve: () => void
  readonly reject: (problem: Error) => void
}

function createUpload(
  Constructor: typeof Upload,
  { key, noun, nounId, kind, file, name, onProgress }: SentFile,
  { resolve, reject }: Ends,
): Upload {
  let stale: ApiProblem | null = null
  return new Constructor(file as File, {
    endpoint: paths.createUpload,
    // Asked first: what is there already is not sent again, and what was never begun is begun.
    uploadUrl: `${paths.createUpload}/${key}`,
    metadata: { key, noun, noun_id: String(nounId), kind, name },
    chunkSize: piece_bytes,
    retryDelays: pausesMs,
    storeFingerprintForResuming: false,
    onBeforeRequest: async (request) => {
      if (stale !== null) await renewCsrfToken(stale)
      stale = null
      request.setHeader('x-csrf-token', getCsrfToken())
    },
    onShouldRetry: (error) => {
      const problem = toProblem(error)
      stale = problem.code === 'csrf_token_invalid' ? problem : null
      return stale !== null || isPassing(problem)
    },
    onProgress: (bytes) => onProgress?.(bytes),
    onSuccess: () => resolve(),
    onError: (error) => reject(toProblem(error)),
  })
}

const passing: readonly string[] = [
  'network',
  'too_busy',
  'database_unavailable',
  'body_unreadable',
  'internal',
]

/** The bytes did not begin where the server is: it is asked where that is. */
function isPassing({ code, params }: ApiProblem): boolean {
  return passing.includes(code) || (code === 'upload_conflict' && params['field'] === 'upload-offset')
}

function toProblem(error: Error | DetailedError): ApiProblem {
  if (error instanceof ApiProblem) return error
  const answer = 'originalResponse' in error ? error.originalResponse : null
  if (answer === null || answer.getStatus() === 0) return new ApiProblem('network')
  return readProblem(parse(answer.getBody()), answer.getStatus())
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
