/** What is written and not sent yet, of one account? Written durably before it is sent, removed when the server has it. */
import { openOutbox, type KeptProblem, type UnsentFile, type UnsentReport } from './outbox-database.ts'
import { useOutbox } from './outbox-view.ts'
import { inOrder, type Unsent } from './unsent.ts'

const stores = ['reports', 'files'] as const
/** On the disk when the transaction is done, not only in the memory of the browser. */
const strict = { durability: 'strict' } as const

export interface Written {
  readonly report: UnsentReport | null
  readonly files: readonly UnsentFile[]
  /** The report that this one is written instead of. */
  readonly replaces?: string | null
}

/** All of it or nothing. Rejects with `QuotaExceededError` where the machine has no room. */
export async function keepUnsent({ report, files, replaces = null }: Written): Promise<void> {
  const database = await openOutbox()
  const transaction = database.transaction(stores, 'readwrite', strict)
  const [reports, contents] = [transaction.objectStore('reports'), transaction.objectStore('files')]
  const writes = [
    ...(replaces === null ? [] : [reports.delete(replaces)]),
    ...(report === null ? [] : [reports.put(report)]),
    ...files.map((file) => contents.put(file)),
  ]
  await Promise.all([...writes, transaction.done])
  // Asked once something lies here: a browser that runs short of room would throw it away unasked.
  void navigator.storage?.persist?.().catch(() => false)
  await showUnsent()
}

export async function listUnsent(user_id: number): Promise<Unsent> {
  const database = await openOutbox()
  const [reports, files] = await Promise.all([
    database.getAllFromIndex('reports', 'user', user_id),
    database.getAllFromIndex('files', 'user', user_id),
  ])
  return { reports: inOrder(reports), files: inOrder(files) }
}

export async function findReport(key: string): Promise<UnsentReport | null> {
  return (await (await openOutbox()).get('reports', key)) ?? null
}

/** The server has it, or its author gives it up. */
export async function dropUnsent(kind: (typeof stores)[number], key: string): Promise<void> {
  const transaction = (await openOutbox()).transaction(kind, 'readwrite', strict)
  await Promise.all([transaction.store.delete(key), transaction.done])
  await showUnsent()
}

/** Back into the form that it came from: neither it nor its files have gone anywhere. */
export async function takeBack({ key, user_id }: UnsentReport): Promise<void> {
  const { files } = await listUnsent(user_id)
  const transaction = (await openOutbox()).transaction(stores, 'readwrite', strict)
  const own = files.filter(({ report_key }) => report_key === key)
  await Promise.all([
    transaction.objectStore('reports').delete(key),
    ...own.map((file) => transaction.objectStore('files').delete(file.key)),
    transaction.done,
  ])
  await showUnsent()
}

/** Kept with the reason until its author looks at it; null: it is sent again. */
export async function markUnsent(
  kind: (typeof stores)[number],
  key: string,
  problem: KeptProblem | null,
): Promise<void> {
  const transaction = (await openOutbox()).transaction(stores, 'readwrite', strict)
  const mark = async () => {
    if (kind === 'reports') {
      const report = await transaction.objectStore('reports').get(key)
      if (report !== undefined) await transaction.objectStore('reports').put({ ...report, problem })
    } else {
      const file = await transaction.objectStore('files').get(key)
      if (file !== undefined) await transaction.objectStore('files').put({ ...file, problem })
    }
  }
  await Promise.all([mark(), transaction.done])
  await showUnsent()
}

/** Other tabs of this browser show the same. */
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('outbox')
channel?.addEventListener('message', () => void readUnsent())

export async function showUnsent(): Promise<void> {
  channel?.postMessage('changed')
  await readUnsent()
}

/** Of nobody nothing is read. */
export async function readUnsent(): Promise<void> {
  const { user_id } = useOutbox.getState()
  const { reports, files } = user_id === null ? { reports: [], files: [] } : await listUnsent(user_id)
  if (useOutbox.getState().user_id !== user_id) return
  useOutbox.setState({ reports, files: files.map(({ content: _, ...file }) => file) })
}
