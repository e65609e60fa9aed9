/** Everybody of the story at their screens: a province of the test's own, an account of each role, and acts that assign. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'
import type { AssignmentEvent, AssignmentRecord, NewAct } from '../../../core/api/assignments.ts'
import type { AssignmentMoveName } from '../../../core/assignments/lifecycle.ts'
import { createDemoAccounts } from '../../../server/db/demo-accounts.ts'
import type { Database } from '../../../server/db/database.ts'
import { openApp } from '../../helpers/app.ts'
import { createVisitor, type Visitor } from '../accounts/browser-of.ts'
import { loadCoreInputs, askCore } from '../coverage/ask-core.ts'

/** Of the made-up province: its demo accounts. `rival` is the other carrier; the UBND is that of one district. */
export const usernames = {
  viewer: 'quy-hoach',
  staff: 'can-bo-so',
  admin: 'quan-tri',
  local: 'ubnd-huyen',
  carrier: 'alpha-tel',
  rival: 'beta-tel',
} as const
export type Who = keyof typeof usernames | 'anonymous'

export const today = () => new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' })

export interface Seen {
  readonly assignment: AssignmentRecord
  readonly events: AssignmentEvent[]
  readonly moves: AssignmentMoveName[]
}

export interface Desk {
  readonly app: FastifyInstance
  readonly as: (who: Who) => Visitor
  /** A new act with these rows, by the staff. @returns the ids of the rows in their order */
  readonly assign: (
    rows: readonly Partial<NewAct['rows'][number]>[],
    more?: Partial<NewAct>,
  ) => Promise<number[]>
  readonly see: (who: Who, id: number) => Promise<Seen>
  /** With the version that stands there now, unless another is given. */
  readonly move: (
    who: Who,
    id: number,
    body: { readonly move: AssignmentMoveName; readonly [field: string]: unknown },
    version?: number,
  ) => Promise<LightMyRequestResponse>
  /** The same, which has to succeed. */
  readonly step: (
    who: Who,
    id: number,
    body: { readonly move: AssignmentMoveName; readonly [field: string]: unknown },
  ) => Promise<AssignmentRecord>
  /** Villages with mobile service: as the API answers, and as the engine counts it from all statements. */
  readonly countMobile: () => Promise<{ readonly answered: number; readonly recounted: number }>
  /** Codes of villages that no carrier serves with 3G or better, in the units of the UBND and outside. */
  readonly listUnserved: (where: 'inside' | 'outside') => Promise<string[]>
}

export async function openDesk(
  db: Database,
  environment: Readonly<Record<string, string>> = {},
): Promise<Desk> {
  await createDemoAccounts(db)
  // Most of them are served: here two of three have still to be.
  await db.query(
    `update village_services
     set state = 'not_covered', households_share = null
     where service in ('3g', '4g', '5g') and village_id % 3 > 0
     returning id`,
  )
  const { app } = await openApp({ db, environment })
  const visitors = new Map<Who, Visitor>([['anonymous', createVisitor(app, '10.9.0.99')]])
  for (const [who, username] of Object.entries(usernames) as [keyof typeof usernames, string][]) {
    const visitor = createVisitor(app, `10.9.0.${visitors.size}`)
    expect((await visitor.signIn(username)).statusCode, username).toBe(200)
    visitors.set(who, visitor)
  }
  const as = (who: Who) => visitors.get(who)!
  const see = async (who: Who, id: number) => {
    const answer = await as(who).get(`/api/assignments/${id}`)
    expect(answer.statusCode, answer.body).toBe(200)
    return answer.json<Seen>()
  }
  const getVersion = async (id: number) => (await see('staff', id)).assignment.progress!.version
  const move: Desk['move'] = async (who, id, body, version) => {
    const seen = version ?? (await getVersion(id))
    return as(who).send('POST', `/api/assignments/${id}/moves`, body, { 'if-match': `"${seen}"` })
  }
  let acts = 0
  return {
    app,
    as,
    see,
    move,
    step: async (who, id, body) => {
      const answer = await move(who, id, body)
      expect(answer.statusCode, answer.body).toBe(200)
      return answer.json<{ assignment: AssignmentRecord }>().assignment
    },
    assign: async (rows, more = {}) => {
      const act = toAct(`giao-${++acts}`, rows, more)
      const answer = await as('staff').send('POST', '/api/legal-acts', act)
      expect(answer.statusCode, answer.body).toBe(200)
      const listed = await as('staff').get(`/api/assignments?act=${act.code}&include=all`)
      return listed.json<{ assignments: AssignmentRecord[] }>().assignments.map(({ id }) => id)
    },
    countMobile: () => countMobile(db, as('anonymous')),
    listUnserved: (where) => listUnserved(db, where),
  }
}

export function toAct(
  code: string,
  rows: readonly Partial<NewAct['rows'][number]>[],
  more: Partial<NewAct> = {},
): NewAct {
  return {
    code,
    title: `Kế hoạch ${code}`,
    number: null,
    issued_on: '2024-01-02',
    rows: rows.map((row, at) => ({
      row_no: at + 1,
      village_printed: `Bản ${at + 1}`,
      commune_printed: 'Xã Thử',
      district_printed: 'Huyện Thử',
      carrier_code: 'alpha-tel',
      service: 'mobile',
      due_on: null,
      village_code: null,
      ...row,
    })),
    ...more,
  }
}

async function countMobile(db: Database, visitor: Visitor) {
  const answer = await visitor.get('/api/coverage?by=province&service=mobile')
  const [unit] = answer.json<{ units: { covered: number }[] }>().units
  const inputs = await loadCoreInputs(db, today())
  const question = {
    service: 'mobile',
    as_of: today(),
    carrier: null,
    basis: 'strongest',
    partial_from: null,
    power: 'any',
    assigned: 'any',
  } as const
  const [share] = askCore(inputs, question, 'province', 'villages')
  return { answered: unit!.covered, recounted: share!.covered }
}

async function listUnserved(db: Database, where: 'inside' | 'outside'): Promise<string[]> {
  const villages = await db.query<{ code: string }>(
    `select v.code
     from villages v
     where not exists (
       select from village_services s
       where s.village_id = v.id and s.service in ('3g', '4g', '5g') and s.state <> 'not_covered'
     )
       and (v.district_code in (select u.code from user_units u)) = $1::boolean
     order by v.code`,
    [where === 'inside'],
  )
  return villages.map(({ code }) => code)
}
