/** Which files is this page sending, and how far is each? One after the other: a weak line is not shared by many. */
import { create } from 'zustand'
import type { FileNoun } from '../../core/api/files.ts'
import type { FileKind } from '../../core/files/kinds.ts'
import { ApiProblem } from '../api.ts'
import { sendFile } from '../send-file.ts'

export interface FileToSend {
  readonly key: string
  readonly noun: FileNoun
  readonly noun_id: number
  readonly kind: FileKind
  readonly name: string
  readonly file: Blob
  readonly sent: number
  readonly status: 'waiting' | 'sending' | 'failed'
  readonly problem: ApiProblem | null
}

interface Sending {
  readonly files: readonly FileToSend[]
  /** Names of those that were stored while the page is open, the latest last. */
  readonly stored: readonly Pick<FileToSend, 'key' | 'name' | 'noun' | 'noun_id'>[]
}

export const useFilesToSend = create<Sending>()(() => ({ files: [], stored: [] }))

const stops = new Map<string, AbortController>()

export function addFilesToSend(
  files: readonly { readonly file: File; readonly kind: FileKind }[],
  { noun, noun_id }: { readonly noun: FileNoun; readonly noun_id: number },
): void {
  const added = files.map(({ file, kind }): FileToSend => ({
    key: crypto.randomUUID(),
    ...{ noun, noun_id, kind, file },
    name: file.name,
    sent: 0,
    status: 'waiting',
    problem: null,
  }))
  useFilesToSend.setState((state) => ({ files: [...state.files, ...added] }))
  void sendNext()
}

/** The same key: what came before is not sent again. */
export function sendAgain(key: string): void {
  change(key, { status: 'waiting', problem: null })
  void sendNext()
}

/** The server has it, whichever way it went. */
export function noteStored(file: Sending['stored'][number]): void {
  useFilesToSend.setState(({ files, stored }) => ({
    files: files.filter(({ key }) => key !== file.key),
    stored: [...stored, file],
  }))
}

export function dropFile(key: string): void {
  stops.get(key)?.abort()
  useFilesToSend.setState(({ files }) => ({ files: files.filter((file) => file.key !== key) }))
}

function change(key: string, changed: Partial<FileToSend>): void {
  useFilesToSend.setState(({ files }) => ({
    files: files.map((file) => (file.key === key ? { ...file, ...changed } : file)),
  }))
}

async function sendNext(): Promise<void> {
  const { files } = useFilesToSend.getState()
  const next = files.find(({ status }) => status === 'waiting')
  if (next === undefined || files.some(({ status }) => status === 'sending')) return
  const { key, noun, noun_id, name } = next
  const stop = new AbortController()
  stops.set(key, stop)
  change(key, { status: 'sending' })
  try {
    await sendFile({
      ...next,
      nounId: noun_id,
      signal: stop.signal,
      onProgress: (sent) => change(key, { sent }),
    })
    noteStored({ key, name, noun, noun_id })
  } catch (problem) {
    if (!stop.signal.aborted) {
      change(key, {
        status: 'failed',
        problem: problem instanceof ApiProblem ? problem : new ApiProblem('network'),
      })
    }
  } finally {
    stops.delete(key)
  }
  void sendNext()
}
