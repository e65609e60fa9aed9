/** Which papers are owed, and what is recorded of each? As far as the reader may know. */
import type { DuePaper, DuePaperEvent } from '../../core/api/due-papers.ts'
import { listOwedPapers, type OwedPaper } from '../../core/duties/owed-papers.ts'
import { listPaperMoves, type PaperState } from '../../core/duties/paper-lifecycle.ts'
import { countDaysLate, toPaperStanding } from '../../core/duties/paper-standing.ts'
import type { Actor } from '../../core/permissions.ts'
import type { Client, Row } from './database.ts'
import { listOwers, listPaperDuties, type NamedOwer, type ToldDuty } from './paper-duties.ts'

interface RecordedPaper extends Row {
  readonly id: number
  readonly duty_code: string
  /** '' of the Sở. */
  readonly ower_code: string
  readonly year: number
  readonly state: Exclude<PaperState, 'unrecorded'>
  readonly sent_on: string | null
  readonly number: string | null
  readonly text: string | null
  readonly reason: string | null
  readonly version: number
}

/** Before anything is recorded. */
const nothing = {
  id: null,
  state: 'unrecorded',
  sent_on: null,
  number: null,
  text: null,
  reason: null,
  version: 1,
} as const

export async function listDuePapers(client: Client, actor: Actor, today: string): Promise<DuePaper[]> {
  const duties = await listPaperDuties(client)
  const owers = (await listOwers(client)).filter((ower) => isTold(actor, ower))
  const recorded = new Map((await listRecorded(client)).map((row) => [toKey(row), row]))
  const dutyOf = new Map(duties.map((duty) => [duty.code, duty]))
  const owerOf = new Map(owers.map((ower) => [`${ower.owed_by} ${ower.code}`, ower]))
  return listOwedPapers(duties, owers, today).map((owed) => {
    const [duty, ower] = [dutyOf.get(owed.duty_code), owerOf.get(`${owed.owed_by} ${owed.ower_code}`)]
    if (duty === undefined || ower === undefined) throw new Error('A paper is owed by nobody')
    return toPaper(owed, { duty, ower, recorded: recorded.get(toKey(owed)) ?? nothing, actor, today })
  })
}

interface PaperParts {
  readonly duty: ToldDuty
  readonly ower: NamedOwer
  readonly recorded: RecordedPaper | typeof nothing
  readonly actor: Actor
  readonly today: string
}

function toPaper(owed: OwedPaper, { duty, ower, recorded, actor, today }: PaperParts): DuePaper {
  const { id, state, sent_on, number, text, reason, version } = recorded
  const standing = { state, sent_on, due_on: owed.due_on, ower_valid_to: ower.valid_to }
  return {
    ...owed,
    title: duty.title,
    act_code: duty.act_code,
    act_number: duty.act_number,
    act_title: duty.act_title,
    clause: duty.clause,
    quote: duty.quote,
    note: duty.note,
    ower_name: ower.name,
    ower_kind: ower.kind,
    ower_valid_to: ower.valid_to,
    ...{ id, state, sent_on, number, text, reason, version },
    standing: toPaperStanding(standing, today),
    days_late: countDaysLate(standing, today),
    moves: listPaperMoves(state, actor.role),
  }
}

/** The database guards what is recorded; whose papers are listed beside, this says. */
function isTold(actor: Actor, { owed_by, code }: NamedOwer): boolean {
  switch (actor.role) {
    case 'viewer':
    case 'staff':
    case 'admin':
      return true
    case 'carrier':
      return owed_by === 'carrier' && code === actor.carrier_code
    case 'local':
      return (
        owed_by === 'district' &&
        actor.units.some((unit) => unit.unit_set === 'district' && unit.code === code)
      )
    default:
      return false
  }
}

function toKey({ duty_code, ower_code, year }: Pick<OwedPaper, 'duty_code' | 'ower_code' | 'year'>): string {
  return [duty_code, ower_code ?? '', year].join(' ')
}

function listRecorded(client: Client): Promise<RecordedPaper[]> {
  return client.query<RecordedPaper>(`
select p.id, p.duty_code, p.ower_code, p.year, p.state, p.sent_on, p.number, p.text, p.reason, p.version
from due_papers p`)
}

/** The oldest first. */
export function listDuePaperEvents(client: Client, id: number): Promise<DuePaperEvent[]> {
  return client.query<Row & DuePaperEvent>(
    `
select e.id, e.at, u.display_name as actor, e.actor_role, e.move, e.from_state, e.to_state, e.details
from due_paper_events e
left join user_names u on u.id = e.actor_id
where e.due_paper_id = $1::integer
order by e.id`,
    [id],
  )
}
