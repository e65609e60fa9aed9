/** How does heavy work on a file run beside the server, so that neither time nor memory of the server is at its mercy? */
import { MessageChannel, Worker } from 'node:worker_threads'
import { ImportFileError } from '../../core/import/problems.ts'
import { mostReading_s, mostReadingMemory_mb } from './limits.ts'

export interface ThreadBounds {
  readonly time_s: number
  readonly memory_mb: number
}

export const usualBounds: ThreadBounds = { time_s: mostReading_s, memory_mb: mostReadingMemory_mb }

export interface ThreadWork {
  /** A module that exports `work(input, port)`. */
  readonly module: URL
  /** Must be cloneable. */
  readonly input: unknown
  readonly bounds: ThreadBounds
  readonly signal?: AbortSignal | undefined
  /** `answer` reaches the thread’s port. */
  readonly onMessage: (message: unknown, answer: (message: unknown) => void) => void
}

/** A start costs a second, most of it for teaching it TypeScript: whoever sends a file seldom sends one alone. */
const idle_ms = 30_000
let idle: { readonly worker: Worker; readonly timer: NodeJS.Timeout } | null = null

/**
 * Until the work has ended. Throws `reading_took_too_long`, `file_too_large` where the memory was not enough, what the
 * signal was aborted with, what `onMessage` throws, and any error of the thread.
 */
export async function runInThread(work: ThreadWork): Promise<void> {
  work.signal?.throwIfAborted()
  const worker = takeIdle(work.bounds) ?? createWorker(work.bounds)
  try {
    await runOn(worker, work)
  } catch (error) {
    await worker.terminate()
    throw error
  }
  keepIdle(worker, work.bounds)
}

async function runOn(
  worker: Worker,
  { module, input, bounds, signal, onMessage }: ThreadWork,
): Promise<void> {
  const { port1: port, port2: theirs } = new MessageChannel()
  let stopHearing = () => {}
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new ImportFileError('reading_took_too_long', { most: bounds.time_s }))
      }, bounds.time_s * 1000)
      const onAbort = () => reject(signal?.reason as Error)
      const onError = (error: Error) => reject(toFault(error, bounds))
      const onExit = (code: number) => reject(new Error(`The thread ended with ${code}`))
      signal?.addEventListener('abort', onAbort)
      worker.on('error', onError).on('exit', onExit)
      stopHearing = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', onAbort)
        worker.off('error', onError).off('exit', onExit)
      }
      port.on('message', (message: unknown) => {
        // The thread’s last word.
        if (message === null) return resolve()
        try {
          onMessage(message, (answer) => port.postMessage(answer))
        } catch (error) {
          reject(error as Error)
        }
      })
      worker.postMessage({ module: module.href, input, port: theirs }, [theirs])
    })
  } finally {
    stopHearing()
    port.close()
  }
}

function createWorker({ memory_mb }: ThreadBounds): Worker {
  const worker = new Worker(new URL('./worker-thread.mjs', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memory_mb, maxYoungGenerationSizeMb: 64 },
    // Whatever loaders this process was started with: the thread brings its own.
    execArgv: [],
  })
  // Heard also when it waits for work, or an error would end the server.
  return worker.on('error', () => forget(worker)).on('exit', () => forget(worker))
}

function takeIdle({ memory_mb }: ThreadBounds): Worker | null {
  if (idle === null || memory_mb !== usualBounds.memory_mb) return null
  const { worker } = idle
  forget(worker)
  worker.ref()
  return worker
}

/** For the next file, for a while; it keeps no process from ending. */
function keepIdle(worker: Worker, { memory_mb }: ThreadBounds): void {
  if (idle !== null || memory_mb !== usualBounds.memory_mb) {
    void worker.terminate()
    return
  }
  worker.unref()
  idle = { worker, timer: setTimeout(() => void worker.terminate(), idle_ms).unref() }
}

function forget(worker: Worker): void {
  if (idle?.worker !== worker) return
  clearTimeout(idle.timer)
  idle = null
}

function toFault(error: Error, { memory_mb }: ThreadBounds): Error {
  const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return isMemory ? new ImportFileError('file_too_large', { memory_mb }) : error
}
