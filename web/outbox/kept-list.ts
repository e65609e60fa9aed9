/** What can a carrier read of its villages without the network? What it was told last; never while the server answers. */
import type { AssignmentRecord } from '../../core/api/assignments.ts'
import { call } from '../api.ts'
import { openOutbox, type KeptList } from './outbox-database.ts'

interface Told {
  readonly today: string
  readonly assignments: readonly AssignmentRecord[]
}

/** Its own only. In another tab somebody else may have signed in meanwhile: then it was told to them, and is not kept. */
export async function keepList(user_id: number, { today, assignments }: Told): Promise<void> {
  if ((await call('getSession')).user_id !== user_id) return
  const own = assignments.filter(({ progress }) => progress !== null)
  const database = await openOutbox()
  await database.put('lists', { user_id, kept_at: new Date().toISOString(), today, assignments: own })
}

export async function findKeptList(user_id: number): Promise<KeptList | null> {
  const database = await openOutbox()
  return (await database.get('lists', user_id)) ?? null
}

export async function forgetKeptLists(): Promise<void> {
  await (await openOutbox()).clear('lists')
}
