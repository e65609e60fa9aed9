import { afterAll, beforeAll, expect, it } from 'vitest'
import { actAs } from '../../../server/db/act-as.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { openEditing, people, type Answer, type Editing, type Person } from '../sites/editing.ts'

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
  const importCsv = (csv: string, more: object = {}, person: Person = 'staff') =>
    editing.ask(person, '/api/village-services/import', {
      method: 'POST',
      body: { csv, dry_run: false, ...more },
    })
  const restore = (entry_id: unknown, side: 'before' | 'after') =>
    editing.ask('staff', `/api/audit/${String(entry_id)}/restore`, { method: 'POST', body: { side } })
  const listStatements = () => editing.db.query<Statement>(`select * from village_services s order by s.id`)
  /** What anybody is told, from every question that statements answer. */
  const askAll = async (village: number) => {
    const urls = [
      '/api/coverage?by=commune&service=5g',
      '/api/village-services?service=5g',
      '/api/layers/villages.geojson',
      `/api/villages/${village}`,
      '/api/layers',
    ]
    const answers: Answer['body'][] = []
    for (const url of urls) answers.push((await editing.ask('anonymous', url)).body)
    const province = (await editing.ask('anonymous', '/api/province')).body
    return JSON.stringify([...answers, province])
  }

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

  it('reads a file as spreadsheets write it, as one batch that is taken back as one', async () => {
    const untouched = await askAll(3)
    const csv = [
      '\ufeffMã thôn bản;Dịch vụ;Nhà mạng;Nguồn tin;Tình trạng;households_share;Ngày;Nguồn;Ghi chú',
      'V0003 ;5G; alpha;declared;partial;0,4;01/02/2026;grid;"hai dòng;',
      'một ô"',
      '',
      'V0004;4g;beta;MEASURED;not_covered;;2026-02-03;;',
      ';;;;;;;;',
    ].join('\r\n')
    const dry = await importCsv(csv, { dry_run: true })
    expect(dry.body).toEqual({ rows: 2, accepted: 2, problems: [], entry_id: null, batch_id: null })
    expect(await askAll(3)).toBe(untouched)
    const { body } = await importCsv(csv, { reason: 'báo cáo tháng 2' })
    expect(body).toMatchObject({ rows: 2, accepted: 2, problems: [] })
    const rows = (await listStatements()).filter(({ batch_id }) => batch_id !== null)
    expect(rows).toMatchObject([
      { village_id: 3, service: '5g', state: 'partial', households_share: 0.4, observed_on: '2026-02-01' },
      { village_id: 4, service: '4g', basis: 'measured', source_code: null, observed_on: '2026-02-03' },
    ])
    expect(rows.map(({ batch_id }) => batch_id)).toEqual([body['batch_id'], body['batch_id']])
    expect(rows[0]!['note']).toBe('hai dòng;\nmột ô')
    expect(await askAll(3)).not.toBe(untouched)
    expect((await restore(body['entry_id'], 'before')).status).toBe(200)
    expect(await askAll(3)).toBe(untouched)
    expect((await restore(body['entry_id'], 'after')).status).toBe(200)
    expect(await askAll(3)).not.toBe(untouched)
  })

  it('says of every row what is wrong with it, and writes none', async () => {
    const before = await listStatements()
    const csv = [
      'village_code,service,carrier_code,basis,state,households_share,observed_on,source_code,note',
      'V0005,4g,alpha,declared,covered,,2026-01-01,,',
      'V9999,4g,alpha,declared,covered,,2026-01-01,,',
      'V0005,6g,alpha,rumour,maybe,,2026-01-01,,',
      'V0005,4g,nobody,declared,covered,,2026-01-01,nowhere,',
      'V0005,4g,alpha,declared,covered,0.5,2026-01-01,,',
      'V0005,4g,alpha,declared,partial,140%,31/02/2026,,',
      'V0005,4g,alpha,declared,covered,,2999-01-01,,',
      ',4g,alpha,declared,covered,,2026-01-01,,',
      'V0005,4g,alpha,declared,covered,,2026-01-01,,viết lại',
      'V0005,4g,alpha,declared,covered,,2026-01-01,,một,hai',
    ].join('\n')
    const { status, body } = await importCsv(csv)
    expect(status).toBe(200)
    expect(body).toMatchObject({ rows: 10, accepted: 0, entry_id: null, batch_id: null })
    const problems = (body['problems'] as { row: number; field: string; code: string }[]).map(
      ({ row, field, code }) => `${row} ${field} ${code}`,
    )
    expect(problems).toEqual([
      '2 village_code village_not_found',
      '3 service value_invalid',
      '3 basis value_invalid',
      '3 state value_invalid',
      '4 carrier_code carrier_not_found',
      '4 source_code source_not_found',
      '5 households_share share_without_partial',
      '6 households_share value_invalid',
      '6 observed_on day_invalid',
      '7 observed_on day_in_future',
      '8 village_code value_missing',
      '9 village_code repeated',
      '10 null csv_unreadable',
    ])
    expect(await listStatements()).toEqual(before)
  })

  it.each([
    ['village_code,service\nV0001,4g', ['carrier_code', 'basis', 'state', 'observed_on'], 'column_missing'],
    ['village_code,service,carrier_code,basis,state,observed_on,màu\n', ['màu'], 'column_unknown'],
    ['village_code,service,carrier_code,basis,state,observed_on,service\n', ['service'], 'column_twice'],
    ['village_code,service\nV0001,"4g', [null], 'csv_unreadable'],
  ])('refuses %j as a whole', async (csv, fields, code) => {
    const { body } = await importCsv(csv)
    const problems = body['problems'] as { field: string | null; code: string }[]
    expect(problems.map((problem) => problem.field)).toEqual(fields)
    expect(problems.every((problem) => problem.code === code)).toBe(true)
  })

  it('finds what has been said already, tells 200 problems at most, and takes megabytes', async () => {
    const header = 'village_code\tservice\tcarrier_code\tbasis\tstate\tobserved_on\tnote'
    const row = 'V0006\t4g\tgamma\tverified\tcovered\t2026-03-03\t'
    expect((await importCsv(`${header}\n${row}`)).body).toMatchObject({ accepted: 1 })
    const again = await importCsv(`${header}\n${row}`)
    expect(again.body).toMatchObject({ accepted: 0, problems: [{ row: 1, code: 'repeated' }] })
    const long = Array.from({ length: 4_000 }, () => `${row}${'x'.repeat(400)}`)
    const { status, body } = await importCsv([header, ...long].join('\n'))
    expect(status).toBe(200)
    expect(body).toMatchObject({ rows: 4_000, accepted: 0 })
    expect(body['problems']).toHaveLength(200)
  })

  it('tells the UBND of every place in the file of it and of its being taken back, and nobody else’s', async () => {
    const header = 'village_code;service;carrier_code;basis;state;observed_on'
    const places = await editing.db.query<{ code: string; commune_code: string; district_code: string }>(
      'select v.code, v.commune_code, v.district_code from villages v order by v.id',
    )
    const here = places.find(({ commune_code }) => commune_code === '70101')!
    const there = places.find(({ district_code }) => district_code !== '701')!
    const toFile = (...villages: readonly { code: string }[]) =>
      [header, ...villages.map(({ code }) => `${code};2g;gamma;declared;covered;2026-04-05`)].join('\n')
    const { body } = await importCsv(toFile(here, there))
    expect(body).toMatchObject({ accepted: 2 })
    const elsewhere = await importCsv(toFile(there).replace('2026-04-05', '2026-04-06'))
    expect(elsewhere.body).toMatchObject({ accepted: 1 })
    await restore(body['entry_id'], 'before')
    const list = async (person: Person, query = '') => {
      const answer = await editing.ask(person, `/api/audit?noun=village_services${query}`)
      return (answer.body['entries'] as { action: string; batch_id: string | null }[])
        .filter(({ batch_id }) => batch_id !== null)
        .map(({ action, batch_id }) => `${action} ${batch_id === body['batch_id'] ? 'both' : 'other'}`)
    }
    // The UBND of commune 70101.
    const own = await list('local')
    expect(own.filter((entry) => entry.endsWith('both'))).toEqual(['withdraw both', 'import both'])
    expect((await list('staff', `&commune_code=${there.commune_code}`)).slice(0, 3)).toEqual([
      'withdraw both',
      'import other',
      'import both',
    ])
    const entries = (await editing.ask('local', '/api/audit?noun=village_services')).body['entries']
    expect(JSON.stringify(entries)).not.toContain(String(elsewhere.body['batch_id']))
  })

  it('takes a file from the staff only', async () => {
    for (const person of ['local', 'alpha', 'anonymous'] as const) {
      expect([401, 403]).toContain((await importCsv('village_code\n', {}, person)).status)
    }
  })
})
