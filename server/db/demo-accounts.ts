/** Who can try the sample? One account per role, entered without a password, where nothing real can be seen or lost. */
import type { AccountRole, UnitRef } from '../../core/permissions.ts'
import type { Client, Database } from './database.ts'
import { asOwner, change } from './change.ts'

interface DemoAccount {
  readonly username: string
  readonly display_name: string
  readonly role: AccountRole
  readonly carrier_code?: string
  readonly units?: readonly UnitRef[]
}

/** Those whose carriers or units the data set has: another province has its own. */
async function listDemoAccounts(client: Client): Promise<DemoAccount[]> {
  const carriers = await client.query<{ code: string; name: string }>(
    `select code, name
     from carriers
     order by is_sample, (select count(*) from sites s where s.owner_code = carriers.code) desc, code
     limit 2`,
  )
  const [district] = await client.query<{ code: string; name: string }>(
    `select u.code, u.name
     from admin_units u
     where u.unit_set = 'district'
     order by (select count(*) from villages v where v.district_code = u.code) desc, u.code
     limit 1`,
  )
  return [
    { username: 'quy-hoach', display_name: 'Cán bộ quy hoạch (mẫu)', role: 'viewer' },
    { username: 'can-bo-so', display_name: 'Cán bộ Sở (mẫu)', role: 'staff' },
    ...carriers.map(({ code, name }) => ({
      username: code,
      display_name: `${name} (mẫu)`,
      role: 'carrier' as const,
      carrier_code: code,
    })),
    ...(district === undefined
      ? []
      : [
          {
            username: 'ubnd-huyen',
            display_name: `UBND ${district.name} (mẫu)`,
            role: 'local' as const,
            units: [{ unit_set: 'district' as const, code: district.code }],
          },
        ]),
    { username: 'quan-tri', display_name: 'Quản trị (mẫu)', role: 'admin' },
  ]
}

/** Once, for a sample that nobody has an account in yet. */
export async function createDemoAccounts(owner: Database): Promise<void> {
  const [state] = await owner.query<{ wanted: boolean }>(
    `select coalesce(is_sample, false) and not exists (select 1 from users) as wanted
     from data_state`,
  )
  if (state?.wanted !== true) return
  await change(asOwner(owner, 'loader'), async (client) => {
    const accounts = await listDemoAccounts(client)
    for (const account of accounts) await createDemoAccount(client, account)
    return {
      result: undefined,
      entries: [{ action: 'create', noun: 'users', after: { demo_accounts: accounts } }],
    }
  })
}

async function createDemoAccount(client: Client, account: DemoAccount): Promise<void> {
  const [user] = await client.query<{ id: number }>(
    `insert into users (username, display_name, role, carrier_code, is_demo)
     values ($1::text, $2::text, $3::text, $4::text, true)
     returning id`,
    [account.username, account.display_name, account.role, account.carrier_code ?? null],
  )
  for (const { unit_set, code } of account.units ?? []) {
    await client.query(
      `insert into user_units (user_id, unit_set, code)
       values ($1::integer, $2::text, $3::text)
       returning user_id`,
      [user?.id ?? 0, unit_set, code],
    )
  }
}
