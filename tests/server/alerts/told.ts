/** Who has been told what? The desk of the assigned villages, with a clock that is set by hand. */
import { actAs, systemActor, type DatabaseActor } from '../../../server/db/act-as.ts'
import { lookAtDay, type DayParts } from '../../../server/alerts/look-at-day.ts'
import type { AlertRecord } from '../../../core/api/alerts.ts'
import { fromDayNumber, toDayNumber } from '../../../core/dates.ts'
import type { Database } from '../../../server/db/database.ts'
import { toApplication } from '../../helpers/postgres-copies.ts'
import { today, type Desk, type usernames } from '../assignments/desk.ts'

export const inDays = (days: number) => fromDayNumber(toDayNumber(today()) + days)

/** As the server works with the database. */
export async function openParts(db: Database, sends: DayParts['sends'] = 'nothing'): Promise<DayParts> {
  const application = await toApplication(db)
  const as = (actor: DatabaseActor) => actAs(application, actor, null)
  return { as, system: as(systemActor), sends }
}

export interface ToldPage {
  readonly unread: number
  readonly has_more: boolean
  readonly alerts: readonly AlertRecord[]
}

export async function listTold(
  desk: Desk,
  who: keyof typeof usernames,
  query = '?limit=200',
): Promise<ToldPage> {
  const answer = await desk.as(who).get(`/api/alerts${query}`)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<ToldPage>()
}

/** Looks at the day as if nobody had yet. */
export async function lookAgain(db: Database, parts: DayParts, day: string): Promise<void> {
  await db.query('delete from alert_days returning on_day')
  await lookAtDay(parts, day)
}
