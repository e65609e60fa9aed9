/** What has changed, in the order in which it was seen? Read from the audit log, whoever wrote it and from which process. */
import type { RecordedChange } from '../../core/rights/visible-change.ts'
import type { ActingDatabase } from '../db/act-as.ts'
import { getLastEntryId, listChangesSince } from '../db/recorded-changes.ts'
import { createMissingNumbers } from './missing-numbers.ts'
import { createOneAtATime } from './one-at-a-time.ts'

/** What another process wrote is seen this soon. */
const interval_ms = 500
/** What this one wrote, this soon: where many save at once, one look answers for all of them. */
const soon_ms = 100
/** Whoever was away for longer looks at everything again. */
const longestMemory = 1000

export interface ChangeFeed {
  /** How many changes have been seen: where a listener begins. */
  readonly position: () => number
  /** Changes after a position, the oldest first; null where they are not remembered any more. */
  readonly listAfter: (position: number) => readonly RecordedChange[] | null
  /** Calls back after new changes were seen. */
  readonly subscribe: (onChanges: (changes: readonly RecordedChange[]) => void) => () => void
  /** Looks now; one look answers all who ask while it waits. */
  readonly look: () => Promise<void>
  /** Looks in a moment. */
  readonly lookSoon: () => void
  /** Resolves after the first look, also one that failed. */
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Stands for any number of changes that cannot be told one by one. */
const everything: RecordedChange = {
  noun: 'data_state',
  noun_id: null,
  actor_id: null,
  carrier_code: null,
  restricted: false,
  before: null,
  after: null,
}

export function createChangeFeed(system: ActingDatabase): ChangeFeed {
  const listeners = new Set<(changes: readonly RecordedChange[]) => void>()
  const missing = createMissingNumbers()
  let remembered: RecordedChange[] = []
  let position = 0
  /** The last entry seen; null before the first look. */
  let last: number | null = null
  let timer: NodeJS.Timeout | undefined
  let soon: NodeJS.Timeout | undefined

  const tell = (changes: readonly RecordedChange[]) => {
    if (changes.length === 0) return
    position += changes.length
    remembered = [...remembered, ...changes].slice(-longestMemory)
    for (const listener of listeners) listener(changes)
  }

  const lookOnce = async () => {
    const above = last
    const found = await system.transaction(async (client) => {
      const lastId = await getLastEntryId(client)
      const known = missing.list()
      if (above === null || lastId < above || (lastId === above && known.length === 0)) {
        return { lastId, changes: [] }
      }
      // More than is remembered anyway: an import. Whoever listens looks at everything again, and nobody reads it all here.
      if (lastId - above > longestMemory) return { lastId, changes: null }
      return { lastId, changes: await listChangesSince(client, { above, missing: known }) }
    })
    if (found.changes === null) {
      last = found.lastId
      tell([everything])
      return
    }
    if (above === null || found.lastId < above) {
      last = found.lastId
      // Another history than the one that was followed: a backup has been restored.
      if (above !== null) tell([everything])
      return
    }
    const seen = found.changes.map(({ id }) => id)
    missing.note(above, seen, Date.now())
    last = Math.max(above, ...seen)
    tell(found.changes)
  }

  const { run: look, settle } = createOneAtATime(lookOnce)
  // A database that is away is told of by the request that needs it; what happens meanwhile the next look finds.
  const lookQuietly = () => look().catch(() => undefined)

  return {
    position: () => position,
    listAfter: (from) => {
      const wanted = position - from
      if (wanted < 0 || wanted > remembered.length) return null
      return wanted === 0 ? [] : remembered.slice(-wanted)
    },
    subscribe: (onChanges) => {
      listeners.add(onChanges)
      return () => void listeners.delete(onChanges)
    },
    look,
    lookSoon: () => {
      soon ??= setTimeout(() => {
        soon = undefined
        void lookQuietly()
      }, soon_ms).unref()
    },
    start: () => {
      timer = setInterval(() => void lookQuietly(), interval_ms).unref()
      return lookQuietly()
    },
    stop: async () => {
      clearInterval(timer)
      clearTimeout(soon)
      await settle()
    },
  }
}
