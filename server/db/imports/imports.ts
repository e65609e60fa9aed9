/** Which files were sent, how far is each, and how is each to be understood? */
import type { ImportRecord } from '../../../core/api/imports.ts'
import type { Mapping, Question } from '../../../core/import/read-record.ts'
import type { RawNote } from '../../../core/import/raw-table.ts'
import type { ConflictCode, ImportState, RowStatus } from '../../../core/import/states.ts'
import type { ImportNoun } from '../../../core/import/nouns.ts'
import type { Decision } from '../../../core/import/planned-row.ts'
import type { Client, Row } from '../database.ts'

/** What was found in the file. */
export interface FoundFile {
  readonly format: ImportRecord['format']
  readonly encoding: string | null
  readonly notes: readonly RawNote[]
  readonly tables: readonly { readonly name: string; readonly rows: number }[]
  readonly table: string | null
  readonly mapping: Mapping | null
  /** What the file rather holds, by its titles. */
  readonly suggested_noun: ImportNoun | null
  /** The first rows of each table as texts, for whoever corrects the mapping. */
  readonly samples: readonly FileSample[]
}

export interface FileSample {
  readonly table: string
  readonly rows: readonly { readonly at: number; readonly cells: readonly (string | null)[] }[]
}

/** What people said of it. */
export interface ImportChoices {
  readonly table?: string
  readonly mapping?: Mapping
  /** Where no mapping says them. */
  readonly constants?: Readonly<Record<string, string>>
  readonly answers?: Readonly<Record<string, string | null>>
  readonly accepted?: readonly ConflictCode[]
  readonly rows?: Readonly<Record<string, Decision | null>>
  readonly retire_missing?: boolean
}

export type CheckSide = 'sender' | 'staff'

export interface KeptCheck {
  readonly counts: Readonly<Record<RowStatus | 'missing', number>>
  readonly conflicts: readonly { readonly code: ConflictCode; readonly rows: number }[]
  readonly questions: readonly Question[]
  readonly fingerprint: string
  readonly checked_at: string
}

export interface KeptImport extends Row {
  readonly id: number
  readonly noun: ImportNoun
  readonly sender: string
  readonly carrier_code: string | null
  readonly file_name: string
  readonly stored_as: string
  readonly bytes: number
  readonly state: ImportState
  readonly fault: {
    readonly code: string
    readonly params: Readonly<Record<string, string | number | boolean | null>>
  } | null
  readonly found: Partial<FoundFile>
  readonly choices: ImportChoices
  readonly reason: string | null
  readonly created_by: string | null
  readonly created_at: string
  readonly applied_at: string | null
  readonly batch_id: string | null
  readonly version: number
  /** Of the side that the actor looks from. */
  readonly check: KeptCheck | null
}

export interface NewImport {
  readonly noun: ImportNoun
  readonly sender: string
  readonly carrier_code: string | null
  readonly file_name: string
  readonly stored_as: string
  readonly bytes: number
  readonly sha256: string
  readonly created_by: number | null
}

export async function insertImport(client: Client, made: NewImport): Promise<number> {
  const [row] = await client.query<{ id: number }>(
    `
insert into imports (noun, sender, carrier_code, file_name, stored_as, bytes, sha256, created_by)
values ($1::text, $2::text, $3::text, $4::text, $5::uuid, $6::bigint, $7::text, $8::integer)
returning id`,
    [
      made.noun,
      made.sender,
      made.carrier_code,
      made.file_name,
      made.stored_as,
      made.bytes,
      made.sha256,
      made.created_by,
    ],
  )
  if (row === undefined) throw new Error('An import was not written')
  return row.id
}

/** @param found the column as it is told: a list of files does not need the first rows of each */
const selectImports = (found: string) => `
select
  i.id, i.noun, i.sender, i.carrier_code, i.file_name, i.stored_as::text as stored_as, i.bytes, i.state, i.fault,
  ${found} as found, i.choices, i.reason, u.display_name as created_by, i.created_at, i.applied_at,
  i.batch_id::text as batch_id, i.version,
  case
    when c.import_id is not null then jsonb_build_object(
      'counts', c.counts,
      'conflicts', c.conflicts,
      'questions', c.questions,
      'fingerprint', c.fingerprint,
      'checked_at', c.checked_at
    )
  end as "check"
from imports i
left join user_names u on u.id = i.created_by
left join import_checks c on c.import_id = i.id and c.side = $1::text`

export async function findImport(
  client: Client,
  id: number,
  { side, purpose = 'to read' }: { readonly side: CheckSide; readonly purpose?: 'to read' | 'to write' },
): Promise<KeptImport | null> {
  const [kept] = await client.query<KeptImport>(
    `${selectImports('i.found')}
where i.id = $2::integer${purpose === 'to write' ? '\nfor update of i' : ''}`,
    [side, id],
  )
  return kept ?? null
}

export function listImports(
  client: Client,
  { side, state }: { readonly side: CheckSide; readonly state: ImportState | null },
): Promise<KeptImport[]> {
  return client.query<KeptImport>(
    `${selectImports(`i.found - 'samples'`)}
where $2::text is null or i.state = $2::text
order by i.state = 'proposed' desc, i.id desc
limit 200`,
    [side, state],
  )
}

export interface EarlierImport extends Row {
  readonly id: number
  readonly file_name: string
  readonly applied_at: string
}

/** The last list of the same sender that was applied before this one. */
export async function findEarlier(
  client: Client,
  { id, sender, noun }: Pick<KeptImport, 'id' | 'sender' | 'noun'>,
): Promise<EarlierImport | null> {
  const [earlier] = await client.query<EarlierImport>(
    `
select e.id, e.file_name, e.applied_at
from imports e
where e.sender = $2::text
  and e.noun = $3::text
  and e.state = 'applied'
  and e.id <> $1::integer
  and e.applied_at < coalesce((select i.applied_at from imports i where i.id = $1::integer), now())
order by e.applied_at desc
limit 1`,
    [id, sender, noun],
  )
  return earlier ?? null
}

export type ImportUpdate = Partial<
  Pick<KeptImport, 'noun' | 'sender' | 'state' | 'fault' | 'reason' | 'batch_id'> & {
    found: FoundFile
    choices: ImportChoices
  }
> & { readonly is_applied_now?: true }

/** The version from now on. */
export async function updateImport(client: Client, id: number, changes: ImportUpdate): Promise<number> {
  const [row] = await client.query<{ version: number }>(
    `
update imports i
set
  noun = coalesce(r.noun, i.noun),
  sender = coalesce(r.sender, i.sender),
  state = coalesce(r.state, i.state),
  fault = case when $3::boolean then r.fault else i.fault end,
  found = coalesce(r.found, i.found),
  choices = coalesce(r.choices, i.choices),
  reason = coalesce(r.reason, i.reason),
  batch_id = coalesce(r.batch_id, i.batch_id),
  applied_at = case when r.is_applied_now then now() else i.applied_at end,
  version = i.version + 1
from jsonb_to_record($2::jsonb) as r (
  noun text, sender text, state text, fault jsonb, found jsonb, choices jsonb, reason text, batch_id uuid,
  is_applied_now boolean
)
where i.id = $1::integer
returning i.version`,
    [id, JSON.stringify(changes), changes.fault !== undefined],
  )
  if (row === undefined) throw new Error('An import was not written')
  return row.version
}
