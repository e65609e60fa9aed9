import { afterAll, beforeAll, expect, it } from 'vitest'
import { actAs } from '../../../server/db/act-as.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { openEditing, people, type Editing, type Person } from '../sites/editing.ts'
import { makeStatementQuestions } from './statement-questions.ts'

const day = '2025-03-01'
const said = {
  service: '5g',
  carrier_code: 'alpha',
  basis: 'verified',
  state: 'covered',
  observed_on: day,
} as const

interface Statement extends Record<string, unknown> {
  readonly id: number
  readonly village_id: number
  readonly batch_id: string | null
}

describeDatabases('statements about coverage', ({ openDatabase }) => {
  let editing: Editing
  beforeAll(async () => {
    editing = await openEditing(await openDatabase())
  })
  afterAll(() => editing.app.close())

  const create = (body: object, village = 1, person: Person = 'staff') =>
    editing.ask(person, `/api/villages/${village}/statements`, { method: 'POST', body })
  const { listStatements, restore, askAll } = makeStatementQuestions<Statement>(() => editing)

  it('adds a statement and rewrites none, with one entry where the village lies', async () => {
    const before = await listStatements()
    const answer = await create({ ...said, source_code: 'grid', note: ' đo lúc 9h ', reason: 'kiểm tra' })
    expect(answer.status).toBe(200)
    const after = await listStatements()
    expect(after.slice(0, -1)).toEqual(before)
    const { id } = after.at(-1)!
    expect(after.at(-1)).toMatchObject({ ...said, village_id: 1, note: 'đo lúc 9h', is_sample: false })
    const [entry, ...more] = await editing.listEntries('village_services', id)
    expect(more).toEqual([])
    expect(entry).toMatchObject({ action: 'create', before: null, actor: 'can-bo', reason: 'kiểm tra' })
    expect(answer.body).toEqual({ id, entry_id: entry!.id })
    const village = (await editing.ask('anonymous', '/api/villages/1')).body
    expect(village).toMatchObject({ mobile_5g: 'covered' })
  })

  it('tells whoever states the same again that it is stated, also where two do at once', async () => {
    const once = { ...said, state: 'partial', households_share: 0.3, observed_on: '2025-02-02' }
    const answers = await Promise.all([create(once), create({ ...once, note: 'lần nữa' })])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const before = await listStatements()
    const { id } = before.at(-1)!
    expect(await create({ ...once, source_code: 'grid' })).toMatchObject({
      code: 'statement_repeated',
      params: { statement_id: id },
    })
    expect(await listStatements()).toEqual(before)
    expect((await create({ ...once, households_share: 0.4 })).status).toBe(200)
    // What was withdrawn can be stated anew.
    const [entry] = await editing.listEntries('village_services', id)
    await restore(entry!.id, 'before')
    expect((await create(once)).status).toBe(200)
  })

  it('accepts a report of what is stated already without stating it twice', async () => {
    const report = { service: '5g', carrier_code: 'alpha', state: 'covered', observed_on: '2025-02-04' }
    await create({ ...report, basis: 'verified' })
    const before = await listStatements()
    const proposed = await editing.ask('local', '/api/villages/1/proposals', {
      method: 'POST',
      body: report,
    })
    const { id, record_version } = proposed.body['proposal'] as { id: number; record_version: number }
    const decided = await editing.ask('staff', `/api/proposals/${id}/decision`, {
      method: 'POST',
      body: { decision: 'accept', record_version },
    })
    expect(decided).toMatchObject({ status: 200, body: { proposal: { state: 'accepted' } } })
    expect(await listStatements()).toEqual(before)
  })

  it.each([
    [{ observed_on: '2999-01-01' }, 'value_invalid', 'observed_on'],
    [{ observed_on: '2025-02-30' }, 'value_invalid', 'observed_on'],
    [{ households_share: 0.5 }, 'value_invalid', 'households_share'],
    [{ source_code: 'nowhere' }, 'value_invalid', 'source_code'],
    [{ carrier_code: 'nobody' }, 'carrier_not_found', 'carrier_code'],
  ])('refuses %j as %s', async (fields, code, field) => {
    const before = await listStatements()
    expect(await create({ ...said, ...fields })).toMatchObject({ code, params: { field } })
    expect(await listStatements()).toEqual(before)
  })

  it('finds no village that is not there, and takes statements from the staff only', async () => {
    expect(await create(said, 4711)).toMatchObject({ status: 404, code: 'village_not_found' })
    for (const person of ['local', 'alpha', 'anonymous'] as const) {
      expect([401, 403]).toContain((await create(said, 1, person)).status)
    }
    const local = actAs(editing.db, people.local, 'full')
    const withdrawn = await local
      .query(`update village_services set withdrawn_at = now() where id = 1 returning id`)
      .catch(() => [])
    expect(withdrawn).toEqual([])
  })

  it('counts a withdrawn statement nowhere, and everywhere again when that is taken back', async () => {
    const untouched = await askAll(2)
    const { body } = await create({ ...said, observed_on: '2026-01-02' }, 2)
    const told = await askAll(2)
    expect(told).not.toBe(untouched)
    const withdrawn = await restore(body['entry_id'], 'before')
    expect(withdrawn).toMatchObject({ status: 200, body: { version: null } })
    expect(await askAll(2)).toBe(untouched)
    expect(await restore(body['entry_id'], 'before')).toMatchObject({ code: 'nothing_changed' })
    expect((await restore(withdrawn.body['entry_id'], 'before')).status).toBe(200)
    expect(await askAll(2)).toBe(told)
    const actions = (await editing.listEntries('village_services', body['id'] as number)).map((e) => e.action)
    expect(actions).toEqual(['create', 'withdraw', 'restore'])
  })
})
