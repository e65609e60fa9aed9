/** Which bodies are ready to be sent? Built once until the data or the day change, however many ask at the same time. */
import { toKeptBody, type Body } from './compressed-bytes.ts'

export interface ByteStore {
  /** The bytes under the key; `build` makes the text where they are not there. A failed build is tried again by the next. */
  readonly get: (key: string, build: () => Promise<string>) => Promise<Body>
  /** Forgets what is kept under such keys; a build under way is answered to those who wait, and not kept. */
  readonly forget: (isStale: (key: string) => boolean) => void
  /** Forgets everything. */
  readonly clear: () => void
  readonly countBuilds: () => number
}

interface Entry {
  readonly body: Promise<Body>
  isUnderWay: boolean
  /** It may have read what is no longer so. */
  isStale: boolean
  /** Of those who asked since: begins when this one has ended, so that many changes in a row are not built one by one. */
  next: Promise<Body> | null
}

export function createByteStore(): ByteStore {
  const entries = new Map<string, Entry>()
  let builds = 0

  const start = (key: string, build: () => Promise<string>): Promise<Body> => {
    builds += 1
    const body = build().then(toKeptBody)
    const entry: Entry = { body, isUnderWay: true, isStale: false, next: null }
    entries.set(key, entry)
    const end = (isKept: boolean) => {
      entry.isUnderWay = false
      // One that waits takes the place itself.
      if (!isKept && entry.next === null) entries.delete(key)
    }
    body.then(
      () => end(!entry.isStale),
      () => end(false),
    )
    return body
  }

  const forget = (isStale: (key: string) => boolean) => {
    for (const [key, entry] of entries) {
      if (!isStale(key)) continue
      if (entry.isUnderWay) entry.isStale = true
      else entries.delete(key)
    }
  }

  return {
    get: (key, build) => {
      const entry = entries.get(key)
      if (entry === undefined) return start(key, build)
      if (!entry.isStale) return entry.body
      const begin = () => start(key, build)
      return (entry.next ??= entry.body.then(begin, begin))
    },
    forget,
    clear: () => forget(() => true),
    countBuilds: () => builds,
  }
}
