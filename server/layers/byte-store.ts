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

export function createByteStore(): ByteStore {
  const entries = new Map<string, Promise<Body>>()
  let builds = 0
  return {
    get: (key, build) => {
      const known = entries.get(key)
      if (known !== undefined) return known
      builds += 1
      const made = build().then(toKeptBody)
      entries.set(key, made)
      made.catch(() => {
        if (entries.get(key) === made) entries.delete(key)
      })
      return made
    },
    forget: (isStale) => {
      for (const key of entries.keys()) if (isStale(key)) entries.delete(key)
    },
    clear: () => entries.clear(),
    countBuilds: () => builds,
  }
}
