/** A province with accounts and an application that answers each request in the name of whom the test says. */
import type { FastifyInstance } from 'fastify'
import { admin, staff, toCarrierActor, toLocalActor } from '../../helpers/actors.ts'
import { openApp } from '../../helpers/app.ts'
import { insertRows } from '../../helpers/insert-rows.ts'
import { fillMadeUpProvince } from '../../helpers/made-up-province.ts'
import { anonymous, type Actor } from '../../../core/permissions.ts'
import type { SiteSnapshot } from '../../../core/inventory/site-snapshot.ts'
import type { Database } from '../../../server/db/database.ts'

export const people = {
  staff: { ...staff, user_id: 1, username: 'can-bo' },
  colleague: { ...staff, user_id: 2, username: 'can-bo-2' },
  admin: { ...admin, user_id: 3, username: 'quan-tri' },
  alpha: { ...toCarrierActor('alpha'), user_id: 4, username: 'cua-alpha' },
  beta: { ...toCarrierActor('beta'), user_id: 5, username: 'cua-beta' },
  local: { ...toLocalActor({ unit_set: 'commune', code: '70101' }), user_id: 6, username: 'ubnd' },
  anonymous,
} as const satisfies Record<string, Actor>

export type Person = keyof typeof people

export interface Answer {
  readonly status: number
  readonly code: string
  readonly params: Readonly<Record<string, unknown>>
  readonly body: Readonly<Record<string, unknown>>
}

export interface Asked {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT'
  readonly body?: object | string | Buffer
  /** Of the body; JSON where it is not said. */
  readonly type?: string
  readonly version?: number | string
}

export interface Editing {
  readonly db: Database
  readonly app: FastifyInstance
  readonly ask: (person: Person, url: string, asked?: Asked) => Promise<Answer>
  readonly patch: (
    person: Person,
    id: number,
    version: number | string,
    body: object | string,
  ) => Promise<Answer>
  readonly findSite: (id: number) => Promise<SiteRow>
  readonly listEntries: (noun: string, id: number) => Promise<Entry[]>
}

export interface SiteRow extends Record<string, unknown> {
  readonly lng: number
  readonly lat: number
  readonly version: number
}

export interface Entry extends Record<string, unknown> {
  readonly id: number
  readonly actor: string
  readonly action: string
  readonly before: SiteSnapshot | null
  readonly after: SiteSnapshot
}

/** SL-0001 is the site 1, in the middle of the commune 70101 at 12.1 40.1; SL-0005 the restricted site 5. */
export async function openEditing(db: Database): Promise<Editing> {
  await fillMadeUpProvince(db)
  await createAccounts(db)
  let actor: Actor = anonymous
  const { app } = await openApp({ db, actor: () => actor })
  const ask: Editing['ask'] = async (person, url, asked = {}) => {
    const { method = 'GET', body, version, type = 'application/json' } = asked
    actor = people[person]
    const response = await app.inject({
      method,
      url,
      headers: {
        ...(body === undefined ? {} : { 'content-type': type }),
        ...(version === undefined
          ? {}
          : { 'if-match': typeof version === 'number' ? `"${version}"` : version }),
      },
      ...(body === undefined
        ? {}
        : { payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
    })
    const answered = response.json<Record<string, unknown>>()
    const { code, params } = answered as unknown as Pick<Answer, 'code' | 'params'>
    return { status: response.statusCode, code, params, body: answered }
  }
  return {
    db,
    app,
    ask,
    patch: (person, id, version, body) => ask(person, `/api/sites/${id}`, { method: 'PATCH', version, body }),
    findSite: (id) => findSite(db, id),
    listEntries: (noun, id) =>
      db.query<Entry>(`select * from audit_log where noun = $1::text and noun_id = $2::text order by id`, [
        noun,
        String(id),
      ]),
  }
}

async function createAccounts(db: Database): Promise<void> {
  const columns = {
    id: 'integer',
    username: 'text',
    display_name: 'text',
    role: 'text',
    carrier_code: 'text',
  }
  const accounts = Object.values(people).filter(({ user_id }) => user_id !== null)
  await insertRows(
    db,
    'users',
    columns,
    accounts.map(({ user_id, username, role, carrier_code }) => ({
      id: user_id,
      username,
      display_name: `Tên ${username}`,
      role,
      carrier_code,
    })),
  )
}

async function findSite(db: Database, id: number): Promise<SiteRow> {
  const [site] = await db.query<SiteRow>(
    `select s.*, st_x(s.geom) as lng, st_y(s.geom) as lat, p.note
     from sites s left join site_private p on p.site_id = s.id
     where s.id = $1::integer`,
    [id],
  )
  return site!
}
