/** What does an administrator see of the accounts? */
import type { UserRecord } from '../../core/api/accounts.ts'
import type { Client, Row } from './database.ts'
import { accountColumns, toAccount, type AccountRow } from './users.ts'

type RecordRow = AccountRow & Row & Pick<UserRecord, 'signs_in_by' | 'created_at' | 'last_seen_at'>

const selectRecords = `
select
  ${accountColumns},
  case when u.oidc_subject is null then 'password' else 'provider' end as signs_in_by,
  u.created_at,
  u.last_seen_at
from users u`

export async function listUserRecords(client: Client): Promise<UserRecord[]> {
  const rows = await client.query<RecordRow>(`${selectRecords}
order by u.username`)
  return rows.map(toRecord)
}

/** Null where there is no such account. Locked for the change that follows. */
export async function findUserRecord(client: Client, id: number): Promise<UserRecord | null> {
  const [row] = await client.query<RecordRow>(
    `${selectRecords}
where u.id = $1::integer
for update of u`,
    [id],
  )
  return row === undefined ? null : toRecord(row)
}

function toRecord(row: RecordRow): UserRecord {
  const { signs_in_by, created_at, last_seen_at } = row
  const account = toAccount(row)
  return { ...account, units: [...account.units], signs_in_by, created_at, last_seen_at }
}
