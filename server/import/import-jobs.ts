/** Which files are being read now, and how far is each? One after another, so that memory holds one of them. */
import { AppError } from '../../core/errors.ts'
import type { ImportStep } from '../../core/import/states.ts'

export interface JobProgress {
  readonly step: ImportStep
  readonly done: number
  readonly total: number | null
}

export interface JobTools {
  readonly signal: AbortSignal
  readonly tell: (step: ImportStep, done: number, total: number | null) => void
}

export interface ImportJobs {
  /** Null: none of this import is running or waiting. */
  readonly find: (id: number) => JobProgress | null
  /** All that are running or waiting, by the import's id. */
  readonly list: () => ReadonlyMap<number, JobProgress>
  /** Resolves with what the work came to; one import has one job at a time. Throws `import_not_open` when it is cancelled. */
  readonly run: <T>(id: number, work: (tools: JobTools) => Promise<T>) => Promise<T>
  readonly cancel: (id: number) => Promise<void>
  /** Cancels all and resolves when none is left. */
  readonly close: () => Promise<void>
}

interface Job {
  readonly control: AbortController
  progress: JobProgress
  ended: Promise<unknown>
}

export function createImportJobs(): ImportJobs {
  const jobs = new Map<number, Job>()
  let last: Promise<unknown> = Promise.resolve()

  const run = <T>(id: number, work: (tools: JobTools) => Promise<T>): Promise<T> => {
    if (jobs.has(id)) throw new AppError('import_busy', { value: id })
    const control = new AbortController()
    const { signal } = control
    const job: Job = {
      control,
      progress: { step: 'waiting', done: 0, total: null },
      ended: Promise.resolve(),
    }
    jobs.set(id, job)
    const tell: JobTools['tell'] = (step, done, total) => void (job.progress = { step, done, total })
    const turn = last.then(async () => {
      try {
        signal.throwIfAborted()
        return await work({ signal, tell })
      } catch (error) {
        throw signal.aborted ? toCancelled() : error
      } finally {
        jobs.delete(id)
      }
    })
    job.ended = turn.catch(() => undefined)
    last = job.ended
    return turn
  }

  const cancel = async (id: number) => {
    const job = jobs.get(id)
    job?.control.abort()
    await job?.ended
  }

  return {
    find: (id) => jobs.get(id)?.progress ?? null,
    list: () => new Map([...jobs].map(([id, { progress }]) => [id, progress])),
    run,
    cancel,
    close: async () => {
      await Promise.all([...jobs.keys()].map(cancel))
    },
  }
}

function toCancelled(): AppError {
  return new AppError('import_not_open', { state: 'cancelled' })
}

/** Whoever cancelled has done what was to be done. */
export function isCancelled(error: unknown): boolean {
  return (
    error instanceof AppError && error.code === 'import_not_open' && error.params['state'] === 'cancelled'
  )
}
