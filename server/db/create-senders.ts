/** Who sends files where only sending is looked at? Many people of one carrier, with a row for each. */
import type { Database } from './database.ts'
import { createDemoAccounts } from './demo-accounts.ts'

/** Accounts of the same carrier as its demo account, entered like it, and a row for each. */
export async function createSenders(owner: Database, count: number): Promise<void> {
  await createDemoAccounts(owner)
  await owner.query(
    `insert into users (username, display_name, role, carrier_code, must_change_password, is_demo)
     select 'sender-' || n, 'Sender ' || n, 'carrier', u.carrier_code, false, true
     from users u, generate_series(1, $1::integer) n
     where u.username = 'alpha-tel'
     returning id`,
    [count],
  )
  await owner.query(`insert into legal_acts (code, title) values ('bench', 'Bench') returning code`)
  await owner.query(
    `insert into assignments (
       act_code, row_no, village_printed, commune_printed, district_printed, carrier_code, service, is_sample
     )
     select 'bench', n, 'x', 'x', 'x', u.carrier_code, 'mobile', true
     from users u, generate_series(1, $1::integer) n
     where u.username = 'alpha-tel'
     returning id`,
    [count],
  )
}
