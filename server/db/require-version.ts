/** Has the record moved on since the editor saw it? */
import { AppError } from '../../core/errors.ts'
import type { Client } from './database.ts'

export interface SeenVersion {
  readonly noun: 'sites' | 'villages' | 'assignments' | 'due_papers' | 'challenges'
  readonly id: number
  /** As the editor saw it, and as it is. */
  readonly seen: number
  readonly current: number
}

/** 412 with who changed it and when, as far as the actor may read that. */
export async function requireVersion(
  client: Client,
  { noun, id, seen, current }: SeenVersion,
): Promise<void> {
  if (seen === current) return
  const [last] = await client.query<{ changed_by: string | null; changed_at: string }>(
    `
select u.display_name as changed_by, a.at as changed_at
from visible_audit_log a
left join user_names u on u.id = a.actor_id
where a.noun = $1::text
  and a.noun_id = $2::text
order by a.id desc
limit 1`,
    [noun, String(id)],
  )
  throw new AppError('version_conflict', {
    current,
    changed_by: last?.changed_by ?? null,
    changed_at: last?.changed_at ?? null,
  })
}
