/** Who changed what, when? The entries that the actor may read, the latest first. */
import type { AuditRecord } from '../../core/api/audit.ts'
import type { UnitSet } from '../../core/coverage/question.ts'
import type { Client, Row } from './database.ts'
import { hasText, toWhere } from './layer-request.ts'
import { createSqlParameters, type Bind } from './sql-parameters.ts'

export interface AuditFilter {
  readonly noun?: string
  readonly noun_id?: string
  /** A user name, or part of a person's name. */
  readonly actor?: string
  readonly action?: string
  /** ISO dates of Asia/Ho_Chi_Minh, both included. */
  readonly from?: string
  readonly to?: string
  readonly district_code?: string
  readonly commune_code?: string
  readonly commune_2025_code?: string
  /** Only what is older than this entry. */
  readonly before_id?: number
  readonly id?: number
  readonly batch_id?: string
}

type AuditRow = Row & Omit<AuditRecord, 'changed' | 'is_restorable'>

/** Nouns whose records can be put back. */
const restorable: ReadonlySet<string> = new Set(['sites', 'villages', 'village_services'])

export async function listAudit(client: Client, filter: AuditFilter, limit: number): Promise<AuditRecord[]> {
  const { bind, values } = createSqlParameters()
  const rows = await client.query<AuditRow>(
    `
select
  a.id,
  a.at,
  a.actor,
  u.display_name as actor_name,
  a.action,
  a.noun,
  a.noun_id,
  coalesce(a.after ->> 'code', a.before ->> 'code', a.after ->> 'username') as record_code,
  coalesce(a.after ->> 'name', a.before ->> 'name', a.after ->> 'display_name') as record_name,
  a.before,
  a.after,
  a.reason,
  a.request_id,
  a.reverts_id,
  a.batch_id::text as batch_id,
  commune.name as commune_name
from visible_audit_log a
left join user_names u on u.id = a.actor_id
left join admin_units commune on commune.unit_set = 'commune' and commune.code = a.commune_code
${toWhere(listConditions(bind, filter))}
order by a.id desc
limit ${bind(limit, 'integer')}`,
    values,
  )
  return rows.map((row) => ({
    ...row,
    changed: listChanged(row.before, row.after),
    is_restorable: restorable.has(row.noun),
  }))
}

function listConditions(bind: Bind, filter: AuditFilter): (string | undefined)[] {
  const { actor, from, to, before_id, id, batch_id } = filter
  const day = (value: string) => `${bind(value, 'date')}::timestamp`
  return [
    hasText(bind, 'a.noun', filter.noun),
    hasText(bind, 'a.noun_id', filter.noun_id),
    hasText(bind, 'a.action', filter.action),
    isOfUnit(bind, 'district', filter.district_code),
    isOfUnit(bind, 'commune', filter.commune_code),
    isOfUnit(bind, 'commune-2025', filter.commune_2025_code),
    actor === undefined
      ? undefined
      : `(a.actor = ${bind(actor, 'text')} or strpos(lower(u.display_name), lower(${bind(actor, 'text')})) > 0)`,
    from === undefined ? undefined : `a.at >= ${day(from)} at time zone 'Asia/Ho_Chi_Minh'`,
    to === undefined ? undefined : `a.at < (${day(to)} + interval '1 day') at time zone 'Asia/Ho_Chi_Minh'`,
    before_id === undefined ? undefined : `a.id < ${bind(before_id, 'integer')}`,
    id === undefined ? undefined : `a.id = ${bind(id, 'integer')}`,
    hasText(bind, 'a.batch_id::text', batch_id),
  ]
}

/** Of one place, or of several of which one is the unit. */
function isOfUnit(bind: Bind, unit_set: UnitSet, code: string | undefined): string | undefined {
  if (code === undefined) return undefined
  const column = `a.${unit_set.replaceAll('-', '_')}_code`
  return `(${column} = ${bind(code, 'text')} or a.units @> array[${bind(`${unit_set}:${code}`, 'text')}])`
}

/** Names of the fields that differ; of a record that came into being, all that it has. */
export function listChanged(before: unknown, after: unknown): string[] {
  const [old, fresh] = [toFields(before), toFields(after)]
  const names = new Set([...Object.keys(old), ...Object.keys(fresh)])
  return [...names].filter(
    (name) => JSON.stringify(old[name] ?? null) !== JSON.stringify(fresh[name] ?? null),
  )
}

function toFields(record: unknown): Readonly<Record<string, unknown>> {
  return typeof record === 'object' && record !== null && !Array.isArray(record)
    ? (record as Record<string, unknown>)
    : {}
}
