/** Who may write to an upload now? One request at a time; whoever comes later ends what a dead line left hanging. */

export interface UploadTurns {
  /** `signal` tells the work that somebody waits; it stops where it can and keeps what it has. */
  readonly take: <T>(id: string, work: (signal: AbortSignal) => Promise<T>) => Promise<T>
}

export function createUploadTurns(): UploadTurns {
  const running = new Map<string, { readonly stop: AbortController; readonly ended: Promise<void> }>()
  return {
    take: async (id, work) => {
      for (let before = running.get(id); before !== undefined; before = running.get(id)) {
        before.stop.abort()
        await before.ended
      }
      const stop = new AbortController()
      let end = (): void => undefined
      running.set(id, { stop, ended: new Promise((resolve) => (end = resolve)) })
      try {
        return await work(stop.signal)
      } finally {
        running.delete(id)
        end()
      }
    },
  }
}
