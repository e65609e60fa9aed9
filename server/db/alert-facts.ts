/** Which days are near or past, of what the reader may see? */
import type { AnswerFact, AssignmentFact, CertificateFact, DayFacts } from '../../core/alerts/day-alerts.ts'
import { alertThresholds_days, longestExpired_days } from '../../core/alerts/day-alerts.ts'
import type { Client, Row } from './database.ts'

export async function listDayFacts(client: Client, today: string): Promise<DayFacts> {
  const assignments = await client.query<Row & AssignmentFact>(selectAssignments)
  const certificates = await client.query<Row & CertificateFact>(selectCertificates, [
    today,
    longestExpired_days,
    Math.max(...alertThresholds_days),
  ])
  const answers = await client.query<Row & AnswerFact>(selectAnswers)
  return { assignments, certificates, answers }
}

/** Of what the reader may not see the policies leave no progress to join. */
const selectAssignments = `
select
  a.id as assignment_id,
  p.state,
  a.built_due_on,
  a.due_on,
  p.built_promised_on,
  p.on_air_promised_on,
  p.built_on,
  p.on_air_on
from assignments a
join assignment_progress p on p.assignment_id = a.id
where a.withdrawn_by is null
  and a.replaced_by is null
order by a.id`

/** A station that is off the air, or whose site is given up, needs no certificate. */
const selectCertificates = `
select t.id as station_id, q.certificate_expires_on
from station_private q
join stations t on t.id = q.station_id
join visible_sites s on s.id = t.site_id
where q.certificate_expires_on between $1::date - $2::integer and $1::date + $3::integer
  and (t.off_air_on is null or t.off_air_on > $1::date)
  and s.status <> 'retired'
order by t.id`

const selectAnswers = `
select c.id as challenge_id, c.answer_due_on
from challenges c
where c.state = 'routed'
order by c.id`
