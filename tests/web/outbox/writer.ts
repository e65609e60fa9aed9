/** Somebody who writes reports and files, a browser that keeps them, and a server that takes them. */
import { vi } from 'vitest'
import { IDBFactory } from 'fake-indexeddb'
import type { ApiProblem, ProblemCode } from '../../../web/api.ts'
import type { UnsentFile, UnsentReport } from '../../../web/outbox/outbox-database.ts'
import type { Senders } from '../../../web/outbox/send-unsent.ts'

let written = 0
/** As the browser that is open knows it. */
let Problem: typeof ApiProblem

export function toReport(user_id: number, more: Partial<UnsentReport> = {}): UnsentReport {
  written += 1
  return {
    key: `00000000-0000-4000-8000-${String(written).padStart(12, '0')}`,
    user_id,
    written_at: new Date(Date.UTC(2027, 0, 1, 0, 0, written)).toISOString(),
    assignment_id: 7,
    name: 'Bản Thử',
    step: { move: 'survey', text: `lần ${written}` },
    version: 1,
    draft: {
      blocker: '',
      text: '',
      reason: '',
      technologies: [],
      happened_on: '',
      built_promised_on: '',
      on_air_promised_on: '',
      answer: '',
    },
    problem: null,
    ...more,
  }
}

export function toFile(user_id: number, more: Partial<UnsentFile> = {}): UnsentFile {
  const { key, written_at } = toReport(user_id)
  return {
    key,
    user_id,
    written_at,
    assignment_id: 7,
    name: 'Bản Thử',
    kind: 'photo',
    file_name: 'anh.jpg',
    size: 3,
    content: new Blob([new Uint8Array([1, 2, 3])]),
    report_key: null,
    problem: null,
    ...more,
  }
}

export interface Server extends Senders {
  /** Keys in the order in which they arrived. */
  readonly taken: string[]
  /** How it answers the keys that are named; the others it takes. */
  readonly answers: Map<string, ProblemCode>
  /** Whom it knows the browser as; null: nobody. */
  user_id: number | null
}

export function createServer(user_id: number | null): Server {
  const take = async ({ key }: { readonly key: string }) => {
    const code = server.answers.get(key)
    if (code !== undefined) throw new Problem(code, { value: key })
    server.taken.push(key)
  }
  const server: Server = {
    taken: [],
    answers: new Map(),
    user_id,
    isAuthor: async (asked) => server.user_id === asked,
    sendReport: take,
    sendFile: take,
  }
  return server
}

/** An empty browser; what was loaded before knows another one. */
export async function openBrowser() {
  vi.resetModules()
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('navigator', { locks: createLocks() })
  // Tabs are none of this.
  vi.stubGlobal('BroadcastChannel', undefined)
  Problem = (await import('../../../web/api.ts')).ApiProblem
  const outbox = await import('../../../web/outbox/outbox.ts')
  const { sendUnsent, sendNow } = await import('../../../web/outbox/send-unsent.ts')
  const { useOutbox } = await import('../../../web/outbox/outbox-view.ts')
  return { ...outbox, sendUnsent, sendNow, useOutbox }
}

/** One after the other, for each name. */
function createLocks() {
  const last = new Map<string, Promise<unknown>>()
  const request = (name: string, work: () => Promise<unknown>) => {
    const run = (last.get(name) ?? Promise.resolve()).then(work, work)
    last.set(name, run)
    return run
  }
  return { request }
}
