/** Which files belong to a row, who may add to them, and how does one get there? The policies of migrations 0023 and 0024 decide. */
import type { FileNoun, StoredFile } from '../../core/api/files.ts'
import { AppError } from '../../core/errors.ts'
import type { FileKind } from '../../core/files/kinds.ts'
import type { LngLat } from '../../core/geo.ts'
import type { AuditEntry } from './change.ts'
import type { Client, Row } from './database.ts'

export interface FileRow {
  readonly noun: FileNoun
  readonly noun_id: number
}

/** Where the row belongs and lies, for the log; and the place that a photo of it is far from or near to. */
export interface RowPlace {
  readonly carrier_code: string | null
  readonly district_code: string | null
  readonly commune_code: string | null
  readonly commune_2025_code: string | null
  readonly position: LngLat | null
}

/** @throws AppError as the noun says it where there is no such row */
export async function findRowPlace(client: Client, { noun, noun_id }: FileRow): Promise<RowPlace> {
  const [found] = await client.query<
    Row & Omit<RowPlace, 'position'> & { readonly lng: number | null; readonly lat: number | null }
  >(selectPlaces[noun], [noun_id])
  if (found === undefined) throw new AppError(missing[noun], { value: noun_id })
  const { lng, lat, ...place } = found
  return { ...place, position: lng === null || lat === null ? null : [lng, lat] }
}

const missing = {
  assignments: 'assignment_not_found',
  due_papers: 'paper_not_owed',
  challenges: 'challenge_not_found',
  legal_acts: 'act_not_found',
} as const satisfies Record<FileNoun, string>

const noUnits = 'null::text as district_code, null::text as commune_code, null::text as commune_2025_code'
const noPosition = 'null::double precision as lng, null::double precision as lat'

/** One for each noun that has files. */
const selectPlaces: Readonly<Record<FileNoun, string>> = {
  assignments: `
select
  a.carrier_code,
  v.district_code,
  v.commune_code,
  v.commune_2025_code,
  st_x(v.geom) as lng,
  st_y(v.geom) as lat
from assignments a
left join villages v on v.id = a.village_id
where a.id = $1::integer`,
  due_papers: `
select
  carrier_of_files('due_papers', d.id) as carrier_code,
  case when d.owed_by = 'district' then d.ower_code end as district_code,
  null::text as commune_code,
  null::text as commune_2025_code,
  ${noPosition}
from due_papers d
where d.id = $1::integer`,
  // The log names no place: an UBND reads what lies in its units, and is not told who reported.
  challenges: `
select
  carrier_of_files('challenges', c.id) as carrier_code,
  ${noUnits},
  st_x(v.geom) as lng,
  st_y(v.geom) as lat
from challenges c
join villages v on v.id = c.village_id
where c.id = $1::integer`,
  legal_acts: `
select
  null::text as carrier_code,
  ${noUnits},
  ${noPosition}
from legal_acts l
where l.id = $1::integer`,
}

export interface AddingRights {
  readonly may_add: boolean
  /** Not withdrawn, of everybody whose files the reader sees. */
  readonly count: number
}

export async function findAddingRights(client: Client, { noun, noun_id }: FileRow): Promise<AddingRights> {
  const [rights] = await client.query<Row & AddingRights>(
    `
select
  adds_files_to($1::text, $2::integer) as may_add,
  (
    select count(*)
    from stored_files f
    where f.noun = $1::text
      and f.noun_id = $2::integer
      and f.withdrawn_at is null
  ) as count`,
    [noun, noun_id],
  )
  if (rights === undefined) throw new Error('A right was answered without a row')
  return rights
}

/** Two that add to the same row count one after the other. Held until the transaction ends. */
export async function keepFilesOf(client: Client, { noun, noun_id }: FileRow): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtext($1::text), $2::integer)::text as kept`, [
    `files of ${noun}`,
    noun_id,
  ])
}

export interface NewFile extends FileRow {
  readonly id: string
  readonly carrier_code: string | null
  readonly kind: FileKind
  readonly name: string
  readonly media_type: string
  readonly bytes: number
  readonly sha256: string
  readonly stored_as: string
  readonly width_px: number | null
  readonly height_px: number | null
  readonly point_count: number | null
  readonly uploader_id: number
  readonly uploader_role: string
}

export async function insertFile(client: Client, file: NewFile): Promise<void> {
  const written = await client.query(insertRow, [JSON.stringify(file)])
  // Somebody else's file has that key: of whose it is nothing is said.
  if (written.length !== 1) throw new AppError('upload_conflict', { field: 'key', value: file.id })
}

const insertRow = `
insert into stored_files (
  id, noun, noun_id, carrier_code, kind, name, media_type, bytes, sha256, stored_as, width_px, height_px, point_count, uploader_id,
  uploader_role
)
select
  r.id, r.noun, r.noun_id, r.carrier_code, r.kind, r.name, r.media_type, r.bytes, r.sha256, r.stored_as, r.width_px, r.height_px,
  r.point_count, r.uploader_id, r.uploader_role
from jsonb_to_record($1::jsonb) as r (
  id uuid, noun text, noun_id integer, carrier_code text, kind text, name text, media_type text, bytes bigint, sha256 text,
  stored_as uuid, width_px integer, height_px integer, point_count integer, uploader_id integer, uploader_role text
)
on conflict (id) do nothing
returning id`

export interface NewOrigin {
  readonly taken_at: string | null
  readonly lng: number | null
  readonly lat: number | null
  readonly distance_m: number | null
}

export async function insertOrigin(client: Client, file_id: string, origin: NewOrigin): Promise<void> {
  await client.query(
    `
insert into photo_origins (file_id, taken_at, geom, distance_m)
values (
  $1::uuid,
  $2::timestamptz,
  st_setsrid(st_makepoint($3::double precision, $4::double precision), 4326),
  $5::double precision
)
returning file_id`,
    [file_id, origin.taken_at, origin.lng, origin.lat, origin.distance_m],
  )
}

/** The oldest first; of what the reader may not see nothing comes. */
export async function listStoredFiles(client: Client, { noun, noun_id }: FileRow): Promise<StoredFile[]> {
  const rows = await client.query<Row & FileListRow>(
    `${selectFiles}
where f.noun = $1::text
  and f.noun_id = $2::integer
  and f.withdrawn_at is null
order by f.uploaded_at, f.id`,
    [noun, noun_id],
  )
  return rows.map(({ is_known, taken_at, lng, lat, distance_m, ...file }) => ({
    ...file,
    origin: is_known ? { taken_at, lng, lat, distance_m } : null,
  }))
}

type FileListRow = Omit<StoredFile, 'origin'> &
  NonNullable<StoredFile['origin']> & { readonly is_known: boolean }

const selectFiles = `
select
  f.id,
  f.noun,
  f.noun_id,
  f.kind,
  f.name,
  f.media_type,
  f.bytes,
  f.sha256,
  f.width_px,
  f.height_px,
  f.point_count,
  u.display_name as uploader,
  f.uploader_role,
  f.uploaded_at,
  o.file_id is not null as is_known,
  o.taken_at,
  st_x(o.geom) as lng,
  st_y(o.geom) as lat,
  o.distance_m,
  withdraws_files_of(f.noun, f.noun_id) and (
    app_role() in ('staff', 'admin')
    or f.uploader_id = app_user_id()
    or (f.uploader_role = 'carrier' and app_role() = 'carrier')
  ) as may_withdraw
from stored_files f
left join photo_origins o on o.file_id = f.id
left join user_names u on u.id = f.uploader_id`

export interface KeptFile extends FileRow {
  readonly id: string
  readonly carrier_code: string | null
  readonly kind: FileKind
  readonly name: string
  readonly media_type: string
  readonly bytes: number
  readonly sha256: string
  readonly stored_as: string
  readonly uploader_id: number
  readonly withdrawn_at: string | null
  /** Whether what it says of itself goes out with it. */
  readonly is_whole: boolean
}

/** Also what was withdrawn; null where the reader sees none. */
export async function findFile(client: Client, id: string): Promise<KeptFile | null> {
  const [found] = await client.query<Row & KeptFile>(
    `
select
  f.id,
  f.noun,
  f.noun_id,
  f.carrier_code,
  f.kind,
  f.name,
  f.media_type,
  f.bytes,
  f.sha256,
  f.stored_as,
  f.uploader_id,
  f.withdrawn_at,
  (
    app_role() in ('staff', 'admin')
    or f.uploader_id = app_user_id()
    or (app_role() = 'carrier' and f.carrier_code = app_carrier())
  ) as is_whole
from stored_files f
where f.id = $1::uuid`,
    [id],
  )
  return found ?? null
}

/** @throws AppError `file_not_found`, `file_not_withdrawable`; @returns the entry of the log */
export async function withdrawFile(client: Client, id: string): Promise<AuditEntry> {
  const kept = await findFile(client, id)
  if (kept === null || kept.withdrawn_at !== null) throw new AppError('file_not_found', { value: id })
  const [written] = await client.query<Row & { readonly withdrawn_at: string }>(
    `
update stored_files f
set withdrawn_at = now(), withdrawn_by = app_user_id()
where f.id = $1::uuid
  and f.withdrawn_at is null
returning f.withdrawn_at`,
    [id],
  )
  if (written === undefined) throw new AppError('file_not_withdrawable', { value: id })
  const place = await findRowPlace(client, kept)
  return toFileEntry('withdraw_file', kept, place)
}

/** In the log it stands with its row. */
export function toFileEntry(
  action: 'attach_file' | 'withdraw_file',
  file: Omit<NewFile, 'width_px' | 'height_px' | 'point_count' | 'uploader_role'>,
  { carrier_code, district_code, commune_code, commune_2025_code }: RowPlace,
): AuditEntry {
  const { id, noun, noun_id, kind, name, media_type, bytes, sha256 } = file
  return {
    action,
    noun,
    noun_id: String(noun_id),
    after: { id: noun_id, file: { id, kind, name, media_type, bytes, sha256 } },
    carrier_code,
    district_code,
    commune_code,
    commune_2025_code,
  }
}
