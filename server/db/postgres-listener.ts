/** Who must hear of a NOTIFY? One connection listens for all, and is made anew when it breaks. */
import type pg from 'pg'
import type { Database } from './database.ts'
import { toUnavailable } from './postgres-errors.ts'

type Callback = (payload: string) => void

interface Listener {
  readonly listen: Database['listen']
  readonly close: () => Promise<void>
}

const firstPause_ms = 100
const longestPause_ms = 5_000

export function createListener(createClient: () => pg.Client): Listener {
  const channels = new Map<string, Set<Callback>>()
  let current: Promise<pg.Client> | null = null
  let closed = false
  let retry: NodeJS.Timeout | undefined

  async function connect(): Promise<pg.Client> {
    const client = createClient()
    client.on('notification', ({ channel, payload }) => {
      for (const callback of channels.get(channel) ?? []) callback(payload ?? '')
    })
    client.on('error', () => undefined)
    client.once('end', () => {
      if (current === null || closed) return
      current = null
      reconnect(firstPause_ms)
    })
    await client.connect()
    for (const channel of channels.keys()) await client.query(`listen ${quote(channel)}`)
    return client
  }

  function reconnect(pause_ms: number): void {
    if (closed || channels.size === 0) return
    retry = setTimeout(() => {
      void ensureConnected().then(
        () => {
          for (const callbacks of channels.values()) for (const callback of callbacks) callback('')
        },
        () => reconnect(Math.min(pause_ms * 2, longestPause_ms)),
      )
    }, pause_ms)
  }

  function ensureConnected(): Promise<pg.Client> {
    current ??= connect().catch((error: unknown) => {
      current = null
      throw error
    })
    return current
  }

  async function listen(channel: string, onNotify: Callback): Promise<() => Promise<void>> {
    const callbacks = channels.get(channel) ?? new Set()
    // Every call is a listener of its own, also when the same function is passed twice.
    const callback: Callback = (payload) => onNotify(payload)
    channels.set(channel, callbacks.add(callback))
    try {
      const client = await ensureConnected()
      await client.query(`listen ${quote(channel)}`)
    } catch (error) {
      callbacks.delete(callback)
      toUnavailable(error)
    }
    return async () => {
      callbacks.delete(callback)
      if (callbacks.size > 0) return
      channels.delete(channel)
      const client = await current?.catch(() => null)
      await client?.query(`unlisten ${quote(channel)}`).catch(() => undefined)
    }
  }

  async function close(): Promise<void> {
    closed = true
    clearTimeout(retry)
    const client = await current?.catch(() => null)
    await client?.end()
  }

  return { listen, close }
}

function quote(channel: string): string {
  return `"${channel.replaceAll('"', '""')}"`
}
