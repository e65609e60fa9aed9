/** How does heavy work on a file run beside the server, so that neither time nor memory of the server is at its mercy? */
import { Worker } from 'node:worker_threads'
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

/**
 * Until the thread has ended. Throws `reading_took_too_long`, `file_too_large` where the memory was not enough, what the
 * signal was aborted with, what `onMessage` throws, and any error of the thread.
 */
export async function runInThread({ module, input, bounds, signal, onMessage }: ThreadWork): Promise<void> {
  signal?.throwIfAborted()
  const worker = new Worker(new URL('./worker-thread.mjs', import.meta.url), {
    workerData: { module: module.href, input },
    resourceLimits: { maxOldGenerationSizeMb: bounds.memory_mb, maxYoungGenerationSizeMb: 64 },
    // Whatever loaders this process was started with: the thread brings its own.
    execArgv: [],
  })
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new ImportFileError('reading_took_too_long', { most: bounds.time_s }))
      }, bounds.time_s * 1000)
      const abort = () => reject(signal?.reason as Error)
      signal?.addEventListener('abort', abort, { once: true })
      worker.on('message', (message: unknown) => {
        try {
          onMessage(message, (answer) => worker.postMessage(answer))
        } catch (error) {
          reject(error as Error)
        }
      })
      worker.once('error', (error) => reject(toFault(error, bounds)))
      worker.once('exit', (code) => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', abort)
        if (code === 0) resolve()
        else reject(new Error(`The thread ended with ${code}`))
      })
    })
  } finally {
    await worker.terminate()
  }
}

function toFault(error: Error, { memory_mb }: ThreadBounds): Error {
  const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return isMemory ? new ImportFileError('file_too_large', { memory_mb }) : error
}
