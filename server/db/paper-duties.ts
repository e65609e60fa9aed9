/** Which papers do acts make somebody owe, and who is there to owe them? */
import type { NewPaperDuty } from '../../core/api/due-papers.ts'
import type { Ower, PaperDuty } from '../../core/duties/owed-papers.ts'
import type { UnitKind } from '../../core/inventory/admin-units.ts'
import type { Client, Row } from './database.ts'

export interface ToldDuty extends PaperDuty {
  readonly title: string
  readonly act_code: string
  readonly act_number: string | null
  readonly act_title: string
  readonly clause: string | null
  readonly quote: string | null
  readonly note: string | null
}

export interface NamedOwer extends Ower {
  readonly name: string | null
  /** Of a district: it may be a town. */
  readonly kind: UnitKind | null
}

/** Those that the reader may know of, the latest act first. */
export function listPaperDuties(client: Client): Promise<ToldDuty[]> {
  return client.query<Row & ToldDuty>(`
select
  d.code,
  d.title,
  d.act_code,
  l.number as act_number,
  l.title as act_title,
  d.clause,
  d.quote,
  d.note,
  d.owed_by,
  d.owed_codes,
  d.due_on,
  d.yearly_day,
  d.first_on,
  d.last_on
from paper_duties d
join legal_acts l on l.code = d.act_code
order by
  l.issued_on desc nulls last,
  d.act_code,
  array_position(array['carrier', 'district', 'department'], d.owed_by),
  d.due_on nulls last,
  d.code`)
}

/** Everybody who can owe papers; districts in their order, carriers in theirs. */
export function listOwers(client: Client): Promise<NamedOwer[]> {
  return client.query<Row & NamedOwer>(`
select 'department' as owed_by, null::text as code, null::text as name, null::text as kind, null::date as valid_to
union all
(
  select 'carrier', c.code, c.name, null::text, null::date
  from carriers c
  order by c.is_sample, c.code
)
union all
(
  select 'district', u.code, u.name, u.kind, max(u.valid_to)
  from admin_units u
  where u.unit_set = 'district'
  group by u.code, u.name, u.kind
  order by u.code
)`)
}

/** What of a duty cannot be so, before it is written. */
export interface MissingParts {
  readonly has_act: boolean
  /** Of `owed_codes`: the first that is nobody. */
  readonly unknown_code: string | null
}

export async function findMissingParts(
  client: Client,
  { act_code, owed_by, owed_codes = [] }: NewPaperDuty,
): Promise<MissingParts> {
  const [found] = await client.query<Row & MissingParts>(
    `
select
  exists (select 1 from legal_acts l where l.code = $1::text) as has_act,
  (
    select min(asked.code)
    from unnest($3::text[]) as asked (code)
    where not exists (select 1 from carriers c where $2::text = 'carrier' and c.code = asked.code)
      and not exists (
        select 1
        from admin_units u
        where $2::text = 'district'
          and u.unit_set = 'district'
          and u.code = asked.code
      )
  ) as unknown_code`,
    [act_code, owed_by, owed_codes],
  )
  if (found === undefined) throw new Error('What a duty names was not looked up')
  return found
}

/** False where there is such a duty. */
export async function insertPaperDuty(client: Client, duty: NewPaperDuty): Promise<boolean> {
  const { code, act_code, title, owed_by, owed_codes = [], due_on = null, yearly_day = null } = duty
  const { first_on = null, last_on = null, clause = null, quote = null, note = null } = duty
  const inserted = await client.query(
    `
insert into paper_duties (
  code, act_code, title, owed_by, owed_codes, due_on, yearly_day, first_on, last_on, clause, quote, note
)
values (
  $1::text, $2::text, $3::text, $4::text, $5::text[], $6::date, $7::text, $8::date, $9::date, $10::text, $11::text, $12::text
)
on conflict (code) do nothing
returning code`,
    [code, act_code, title, owed_by, owed_codes, due_on, yearly_day, first_on, last_on, clause, quote, note],
  )
  return inserted.length > 0
}
