/** Which bodies are ready to be sent? Built once per version of the data and day, however many ask at the same time. */
import { toKeptBody, type Body } from './compressed-bytes.ts'

export interface ByteStore {
  /** The bytes under the key; `build` makes the text where they are not there. A failed build is tried again by the next. */
  readonly get: (key: string, build: () => Promise<string>) => Promise<Body>
  /** Forgets everything: the data have changed, or the day. */
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
    clear: () => entries.clear(),
    countBuilds: () => builds,
  }
}
