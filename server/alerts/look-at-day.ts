/** Whom do today's days concern? Everybody's are found with their own rights, once for all who have the same. */
import { toDayAlerts } from '../../core/alerts/day-alerts.ts'
import { listKindsOf } from '../../core/alerts/kinds.ts'
import type { Context } from '../context.ts'
import { listDayFacts } from '../db/alert-facts.ts'
import { claimAlertDay, finishAlertDay } from '../db/alert-days.ts'
import { createAlertMails } from '../db/alert-mails.ts'
import { change } from '../db/change.ts'
import { raiseAlerts, type RaisedAlert } from '../db/raise-alerts.ts'
import { listActiveAccounts, toActor, type Account } from '../db/users.ts'

export interface DayParts extends Pick<Context, 'as' | 'system'> {
  readonly sends: 'mail' | 'nothing'
}

/** Does nothing where the day has been looked at. Whoever is told already is not told again, so that twice does no harm. */
export async function lookAtDay({ as, system, sends }: DayParts, today: string): Promise<void> {
  if (!(await claimAlertDay(system, today))) return
  const alerts: RaisedAlert[] = []
  for (const accounts of groupByRights(await listActiveAccounts(system))) {
    const [first] = accounts
    if (first === undefined || listKindsOf(first.role).length === 0) continue
    const facts = await as(toActor(first)).transaction((client) => listDayFacts(client, today))
    const found = toDayAlerts(facts, { role: first.role, today })
    alerts.push(
      ...accounts.flatMap(({ id }) => found.map((alert) => ({ ...alert, user_id: id, event_id: null }))),
    )
  }
  await change(system, async (client) => {
    const user_ids = await raiseAlerts(client, alerts)
    if (sends === 'mail') await createAlertMails(client, today)
    await finishAlertDay(client, today)
    const entry = { action: 'raise', noun: 'alerts', after: { on_day: today, user_ids } }
    return { entries: user_ids.length === 0 ? [] : [entry], result: undefined }
  })
}

function groupByRights(accounts: readonly Account[]): Account[][] {
  const groups = new Map<string, Account[]>()
  for (const account of accounts) {
    const { role, carrier_code, units } = account
    const rights = JSON.stringify([role, carrier_code, units])
    groups.set(rights, [...(groups.get(rights) ?? []), account])
  }
  return [...groups.values()]
}
