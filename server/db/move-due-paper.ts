/** How is a step taken with a paper that is owed? What is known of it, its step and the log: all or nothing. */
import type { DuePaper } from '../../core/api/due-papers.ts'
import { requirePaperDetails, type PaperStep } from '../../core/duties/paper-details.ts'
import { getPaperMove, type PaperState } from '../../core/duties/paper-lifecycle.ts'
import { AppError } from '../../core/errors.ts'
import type { Actor } from '../../core/permissions.ts'
import type { AuditEntry } from './change.ts'
import type { Client } from './database.ts'
import { requireVersion } from './require-version.ts'

export interface PaperWork {
  /** As it stands for the actor. */
  readonly paper: DuePaper
  /** As the actor saw it. */
  readonly version: number
  readonly step: PaperStep
  readonly actor: Actor
  readonly today: string
  readonly request_id: string
}

type PaperFacts = Pick<DuePaper, 'sent_on' | 'number' | 'text' | 'reason'> & { readonly state: PaperState }

/** @returns the entry of the audit log */
export async function moveDuePaper(client: Client, work: PaperWork): Promise<AuditEntry> {
  const { paper, step, actor, today, version: seen } = work
  const { move, ...details } = step
  if (paper.id !== null) await requireUnchanged(client, paper.id, { seen, current: paper.version })
  else if (seen !== paper.version) throw new AppError('version_conflict', { current: paper.version })
  const { state } = paper
  if (!paper.moves.includes(move)) {
    throw new AppError('move_not_open', { field: 'move', value: move, state, role: actor.role })
  }
  requirePaperDetails(step, today)
  const facts = toFacts(paper, step)
  // Of two who act at once the second finds another version, or the row made: nothing is written.
  const id =
    paper.id === null ? await insertPaper(client, paper, facts) : await updatePaper(client, paper, facts)
  if (id === null) throw new AppError('version_conflict', { current: paper.version + 1 })
  await insertEvent(client, {
    due_paper_id: id,
    actor,
    move,
    from_state: state,
    to_state: facts.state,
    details,
  })
  return toEntry(work, id, facts)
}

function requireUnchanged(
  client: Client,
  id: number,
  versions: { readonly seen: number; readonly current: number },
): Promise<void> {
  return requireVersion(client, { noun: 'due_papers', id, ...versions })
}

/** What was said before stays where the step says nothing; a reason goes with what it was for. */
function toFacts(paper: DuePaper, { move, sent_on, number, text, reason }: PaperStep): PaperFacts {
  return {
    state: getPaperMove(move).to,
    sent_on: sent_on ?? paper.sent_on,
    number: number ?? paper.number,
    text: text ?? paper.text,
    reason: reason ?? null,
  }
}

async function insertPaper(client: Client, paper: DuePaper, facts: PaperFacts): Promise<number | null> {
  const [made] = await client.query<{ id: number }>(
    `
insert into due_papers (duty_code, owed_by, ower_code, year, state, sent_on, number, text, reason)
values ($1::text, $2::text, $3::text, $4::integer, $5::text, $6::date, $7::text, $8::text, $9::text)
on conflict (duty_code, ower_code, year) do nothing
returning id`,
    [
      paper.duty_code,
      paper.owed_by,
      paper.ower_code ?? '',
      paper.year,
      facts.state,
      facts.sent_on,
      facts.number,
      facts.text,
      facts.reason,
    ],
  )
  return made?.id ?? null
}

async function updatePaper(
  client: Client,
  { id, version }: DuePaper,
  { state, sent_on, number, text, reason }: PaperFacts,
): Promise<number | null> {
  const [written] = await client.query<{ id: number }>(
    `
update due_papers
set
  state = $3::text,
  sent_on = $4::date,
  number = $5::text,
  text = $6::text,
  reason = $7::text,
  changed_at = now(),
  version = version + 1
where id = $1::integer
  and version = $2::integer
returning id`,
    [id, version, state, sent_on, number, text, reason],
  )
  return written?.id ?? null
}

interface NewPaperEvent {
  readonly due_paper_id: number
  readonly actor: Actor
  readonly move: string
  readonly from_state: string
  readonly to_state: string
  readonly details: object
}

async function insertEvent(client: Client, { due_paper_id, actor, ...event }: NewPaperEvent): Promise<void> {
  const written = await client.query(
    `
insert into due_paper_events (due_paper_id, actor_id, actor_role, move, from_state, to_state, details)
values ($1::integer, $2::integer, $3::text, $4::text, $5::text, $6::text, $7::jsonb)
returning id`,
    [
      due_paper_id,
      actor.user_id,
      actor.role,
      event.move,
      event.from_state,
      event.to_state,
      JSON.stringify(event.details),
    ],
  )
  if (written.length === 0) throw new Error('A step with a paper was not written')
}

function toEntry({ paper, step, request_id }: PaperWork, id: number, facts: PaperFacts): AuditEntry {
  const { duty_code, owed_by, ower_code, year, due_on } = paper
  const row = { id, code: duty_code, name: paper.title, owed_by, ower_code, year, due_on }
  const { state, sent_on, number, text, reason } = paper
  return {
    action: step.move,
    noun: 'due_papers',
    noun_id: String(id),
    before:
      paper.id === null ? null : { ...row, state, sent_on, number, text, reason, version: paper.version },
    after: { ...row, ...facts, version: paper.version + 1 },
    reason: step.reason ?? null,
    request_id,
    carrier_code: owed_by === 'carrier' ? ower_code : null,
    district_code: owed_by === 'district' ? ower_code : null,
  }
}
