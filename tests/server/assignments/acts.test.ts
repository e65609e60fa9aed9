import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ActRecord, AssignmentRecord } from '../../../core/api/assignments.ts'
import type { Database } from '../../../server/db/database.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { openDesk, toAct, type Desk, type Who } from './desk.ts'

describeDatabases('acts that assign villages', ({ openOtherProvince }) => {
  let db: Database
  let desk: Desk
  let villages: string[]

  beforeAll(async () => {
    db = await openOtherProvince()
    desk = await openDesk(db)
    villages = await desk.listUnserved('inside')
  })
  afterAll(() => desk.app.close())

  const create = (act: object, who: Who = 'staff') => desk.as(who).send('POST', '/api/legal-acts', act)
  const list = async (act: string, include = 'current') =>
    (await desk.as('staff').get(`/api/assignments?act=${act}&include=${include}`)).json<{
      assignments: AssignmentRecord[]
    }>().assignments
  const count = async (table: 'legal_acts' | 'assignments' | 'assignment_progress' | 'audit_log') =>
    (await db.query<{ count: number }>(`select count(*) as count from ${table}`))[0]!.count

  it('are data: the next plan is read in whole, each row where it begins', async () => {
    const due = { built_due_on: '2027-06-30', due_on: '2027-12-31' }
    const answer = await create(
      toAct('ke-hoach-2027', [
        { village_code: villages[0]!, ...due },
        { village_code: null, carrier_code: 'beta-tel', service: 'fibre' },
      ]),
    )
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.json()).toMatchObject({ act: { code: 'ke-hoach-2027', rows: 2, issued_on: '2024-01-02' } })
    const rows = await list('ke-hoach-2027')
    expect(rows).toMatchObject([
      { row_no: 1, ...due, is_sample: false, progress: { state: 'not_started', version: 1 } },
      { row_no: 2, due_on: null, village_id: null, coverage_state: 'unknown', carrier_code: 'beta-tel' },
    ])
    const { acts } = (await desk.as('anonymous').get('/api/legal-acts')).json<{ acts: ActRecord[] }>()
    expect(acts.map(({ code }) => code)).toContain('ke-hoach-2027')
    const village = (await desk.as('anonymous').get(`/api/villages/${rows[0]!.village_id}`)).json<{
      assigned_since: string
      assignments: { act_code: string }[]
    }>()
    expect(village).toMatchObject({ assigned_since: '2024-01-02' })
    expect(village.assignments.map(({ act_code }) => act_code)).toContain('ke-hoach-2027')
  })

  it('come in once, also where two send them at the same time', async () => {
    const act = toAct('hai-lan', [{ village_code: villages[1]! }])
    const both = await Promise.all([create(act, 'staff'), create(act, 'admin')])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    const before = [await count('assignments'), await count('audit_log')]
    const again = await create({ ...act, title: 'Tên khác', rows: [] })
    expect(again.statusCode).toBe(409)
    expect(again.json()).toMatchObject({ code: 'act_exists', params: { field: 'code', value: 'hai-lan' } })
    expect([await count('assignments'), await count('audit_log')]).toEqual(before)
    expect(await list('hai-lan')).toHaveLength(1)
  })

  it('with rows that cannot be so are refused in whole, all of them told', async () => {
    const before = [await count('legal_acts'), await count('assignments'), await count('assignment_progress')]
    const answer = await create(
      toAct(
        'sai',
        [
          { village_code: 'KHONG-CO' },
          { village_code: villages[0]!, row_no: 1, carrier_code: 'khong-co' },
          { due_on: '2027-02-30' },
        ],
        {
          changes: [
            { act_code: 'sai-nua', row_no: 9, kind: 'withdraw' },
            { act_code: 'hai-lan', row_no: 1, kind: 'amend' },
            { act_code: 'ke-hoach-2027', row_no: 1, kind: 'replace', by_row_no: 77 },
          ],
        },
      ),
    )
    expect(answer.statusCode).toBe(422)
    const { code, params } = answer.json<{ code: string; params: { count: number; problems: string } }>()
    expect({ code, count: params.count }).toEqual({ code: 'rows_invalid', count: 7 })
    for (const problem of [
      'rows.2 row_no 1 repeated',
      'rows.1 village_code KHONG-CO village_not_found',
      'rows.2 carrier_code khong-co carrier_not_found',
      'rows.3 due_on 2027-02-30 no_day',
      'changes.1 row_no sai-nua 9 row_not_found',
      'changes.2 due_on – required',
      'changes.3 by_row_no 77 row_not_found',
    ]) {
      expect(params.problems).toContain(problem)
    }
    expect([
      await count('legal_acts'),
      await count('assignments'),
      await count('assignment_progress'),
    ]).toEqual(before)
  })

  it.each(['viewer', 'local', 'carrier', 'anonymous'] as const)('are not entered by %s', async (who) => {
    expect([401, 403]).toContain((await create(toAct('cua-ai', []), who)).statusCode)
  })

  it('amend, take back and give to another what earlier ones assigned; who had it keeps its history', async () => {
    const [amended, taken, given] = await desk.assign(
      [villages[2]!, villages[3]!, villages[4]!].map((village_code) => ({ village_code })),
      { code: 'dau-tien' },
    )
    for (const id of [amended, taken, given]) await desk.step('carrier', id!, { move: 'survey' })
    const answer = await create(
      toAct('dieu-chinh', [{ village_code: villages[4]!, carrier_code: 'beta-tel', due_on: '2028-01-31' }], {
        issued_on: '2025-01-02',
        changes: [
          { act_code: 'dau-tien', row_no: 1, kind: 'amend', due_on: '2029-12-31' },
          { act_code: 'dau-tien', row_no: 2, kind: 'withdraw' },
          { act_code: 'dau-tien', row_no: 3, kind: 'replace', by_row_no: 1 },
        ],
      }),
    )
    expect(answer.statusCode, answer.body).toBe(200)
    const [fresh] = await list('dieu-chinh')
    expect(await list('dau-tien')).toMatchObject([{ id: amended, due_on: '2029-12-31', built_due_on: null }])
    expect(await list('dau-tien', 'all')).toMatchObject([
      { id: amended, withdrawn_by: null, replaced_by: null },
      { id: taken, withdrawn_by: 'dieu-chinh', replaced_by: null },
      { id: given, withdrawn_by: null, replaced_by: fresh!.id },
    ])
    const movesOf = async (who: Who, id: number) => (await desk.see(who, id)).events.map(({ move }) => move)
    expect(await movesOf('carrier', amended!)).toEqual(['survey', 'amended'])
    expect(await movesOf('carrier', taken!)).toEqual(['survey', 'withdrawn'])
    expect(await movesOf('carrier', given!)).toEqual(['survey', 'reassigned'])
    expect((await desk.see('carrier', amended!)).events[1]!.details).toMatchObject({
      act_code: 'dieu-chinh',
      former_due_on: null,
      due_on: '2029-12-31',
    })
    // Whoever has it now begins anew and learns nothing of how far the other one was.
    expect(await movesOf('rival', given!)).toEqual([])
    expect((await desk.see('rival', given!)).assignment.progress).toBeNull()
    expect((await desk.see('rival', fresh!.id)).assignment).toMatchObject({
      progress: { state: 'not_started' },
      due_on: '2028-01-31',
    })
    expect((await desk.see('carrier', fresh!.id)).assignment.progress).toBeNull()
    for (const id of [taken!, given!]) {
      expect((await desk.see('carrier', id)).moves).toEqual([])
      const refused = await desk.move('carrier', id, { move: 'build' })
      expect(refused.statusCode).toBe(409)
      expect(refused.json()).toMatchObject({ code: 'assignment_withdrawn' })
    }
    await desk.step('rival', fresh!.id, { move: 'survey' })
  })

  it('that took a village back leave it unassigned, for lists, layers and questions', async () => {
    const [taken] = await desk.assign([{ village_code: villages[5]! }], { code: 'se-thu-hoi' })
    const { village_id } = (await desk.see('staff', taken!)).assignment
    const countAssigned = async () => {
      const answer = await desk.as('anonymous').get('/api/coverage?by=province&service=mobile&assigned=yes')
      return answer.json<{ units: { total: number }[] }>().units[0]!.total
    }
    const before = await countAssigned()
    await create(toAct('thu-hoi', [], { changes: [{ act_code: 'se-thu-hoi', row_no: 1, kind: 'withdraw' }] }))
    expect(await countAssigned()).toBe(before - 1)
    const village = (await desk.as('anonymous').get(`/api/villages/${village_id}`)).json()
    expect(village).toMatchObject({ assigned_since: null, assignments: [] })
    const layer = (await desk.as('anonymous').get('/api/layers/assignments.geojson')).body
    expect(layer).not.toContain('se-thu-hoi')
    const again = await create(
      toAct('thu-hoi-nua', [], { changes: [{ act_code: 'se-thu-hoi', row_no: 1, kind: 'withdraw' }] }),
    )
    expect(again.json()).toMatchObject({ code: 'rows_invalid', params: { problem: 'row_withdrawn' } })
  })
})
