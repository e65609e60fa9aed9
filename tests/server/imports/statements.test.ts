import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ImportRow } from '../../../core/api/imports.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import type { Person } from '../sites/editing.ts'
import { makeStatementQuestions } from '../villages/statement-questions.ts'
import { openImporting, type Importing } from './importing.ts'

interface Statement extends Record<string, unknown> {
  readonly village_id: number
  readonly batch_id: string | null
}

const header = 'Mã thôn bản;Dịch vụ;Nhà mạng;Nguồn tin;Tình trạng;Tỷ lệ hộ;Ngày;Mã nguồn;Ghi chú'

describeDatabases('imported statements about coverage', ({ openDatabase }) => {
  let importing: Importing
  beforeAll(async () => {
    importing = await openImporting(await openDatabase())
  })
  afterAll(() => importing.app.close())

  const send = (rows: readonly string[], person: Person = 'staff') =>
    importing.send(person, {
      noun: 'village_services',
      content: [header, ...rows].join('\r\n'),
      ...(person === 'staff' ? { sender: 'Sở' } : {}),
    })
  const apply = async (rows: readonly string[]) => {
    const { import: read } = await send(rows)
    return (await importing.move('staff', read, { move: 'apply' })).import
  }
  const { listStatements, restore, askAll } = makeStatementQuestions<Statement>(() => importing)
  const findEntry = async (batch_id: string | null) => {
    const [entry] = await importing.db.query<{ id: number }>(
      `select id from audit_log where batch_id = $1::uuid and noun = 'village_services' order by id limit 1`,
      [batch_id],
    )
    return entry!.id
  }
  const toProblems = (row: ImportRow) => [
    row.at,
    row.status,
    ...row.problems.map(({ field, code }) => `${field} ${code}`),
  ]

  it('are added as spreadsheets write them, as one batch that counts nowhere and everywhere again as one', async () => {
    const untouched = await askAll(3)
    const rows = [
      'V0003 ;5G; alpha;declared;partial;0,4;01/02/2026;grid;"hai dòng;',
      'một ô"',
      '',
      'V0004;4g;beta;MEASURED;không;;2026-02-03;;',
      ';;;;;;;;',
    ]
    const { import: read } = await send(rows)
    expect(read.counts).toMatchObject({ new: 2, refused: 0, asking: 0 })
    expect(await askAll(3)).toBe(untouched)
    const { import: applied } = await importing.move('staff', read, { move: 'apply' })
    const added = (await listStatements()).filter(({ batch_id }) => batch_id !== null)
    expect(added).toMatchObject([
      { village_id: 3, service: '5g', state: 'partial', households_share: 0.4, observed_on: '2026-02-01' },
      { village_id: 4, service: '4g', basis: 'measured', source_code: null, observed_on: '2026-02-03' },
    ])
    expect(added.map(({ batch_id }) => batch_id)).toEqual([applied.batch_id, applied.batch_id])
    expect(added[0]).toMatchObject({ note: 'hai dòng;\nmột ô', source_code: 'grid', is_sample: false })
    expect(await askAll(3)).not.toBe(untouched)

    const entry = await findEntry(applied.batch_id)
    expect((await restore(entry, 'before')).status).toBe(200)
    expect(await askAll(3)).toBe(untouched)
    expect((await restore(entry, 'after')).status).toBe(200)
    expect(await askAll(3)).not.toBe(untouched)
    expect((await importing.move('staff', applied, { move: 'undo' })).import.state).toBe('undone')
    expect(await askAll(3)).toBe(untouched)
  })

  it('say of every row what is wrong with it, and only the right ones are written', async () => {
    await importing.db.run(`update villages set valid_to = '2020-12-31' where code = 'V0007'`)
    const { import: read } = await send([
      'V0005;4g;alpha;declared;covered;;2026-01-01;;',
      'V9999;4g;alpha;declared;covered;;2026-01-01;;',
      'V0005;6g;alpha;declared;covered;;2026-01-01;;',
      'V0005;3g;nobody;rumour;maybe;;2026-01-01;nowhere;',
      'V0005;3g;alpha;declared;covered;0.5;2026-01-01;;',
      'V0005;3g;alpha;declared;partial;140%;31/02/2026;;',
      'V0005;3g;alpha;declared;covered;;2999-01-01;;',
      ';3g;alpha;declared;covered;;2026-01-01;;',
      'V0005;4g;alpha;declared;covered;;2026-01-01;;viết lại',
      'V0007;4g;alpha;declared;covered;;2026-01-01;;',
      'V0005;2g;alpha;declared;covered;;01/01/1890;;',
    ])
    const rows = await importing.listRows('staff', read.id)
    expect(rows.map(toProblems)).toEqual([
      [2, 'new'],
      [3, 'refused', 'village_code village_unknown'],
      [4, 'refused', 'service word_unknown'],
      [5, 'refused', 'basis word_unknown', 'source_code source_unknown', 'state word_unknown'],
      [6, 'refused', 'households_share share_without_partial'],
      [7, 'refused', 'observed_on day_invalid', 'households_share number_out_of_range'],
      [8, 'refused', 'observed_on day_in_future'],
      [9, 'refused', 'village_code value_missing'],
      [11, 'refused', 'village_code village_ended'],
      [12, 'refused', 'observed_on day_invalid'],
    ])
    // Which carrier is meant is asked; what says the same once more is one record with the first.
    expect(rows.filter(({ questions }) => questions.length > 0).map(({ at }) => at)).toEqual([5])
    expect(rows[0]?.rows).toEqual([2, 10])
    const before = await listStatements()
    await importing.move('staff', read, { move: 'apply' })
    const after = await listStatements()
    expect(after.slice(0, -1)).toEqual(before)
    expect(after.at(-1)).toMatchObject({
      village_id: 5,
      service: '4g',
      observed_on: '2026-01-01',
      note: 'viết lại',
    })
  })

  it('are there once, also where two apply the same list at once', async () => {
    const rows = ['V0006;4g;gamma;verified;covered;;2026-03-03;;']
    const [one, other] = [await send(rows), await send(rows)]
    const before = (await listStatements()).length
    const moves = await Promise.all(
      [one, other].map(({ import: read }) => importing.move('staff', read, { move: 'apply' })),
    )
    expect(moves.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1)
    expect(await listStatements()).toHaveLength(before + 1)
    const again = await send(['V0006;4g;gamma;verified;covered;;2026-03-03;grid;nói lại'])
    expect(again.import.counts).toMatchObject({ new: 0, unchanged: 1 })
  })

  it('tell the UBND of every place in the file of it and of its being taken back, and nobody else’s', async () => {
    const places = await importing.db.query<{ code: string; commune_code: string; district_code: string }>(
      'select v.code, v.commune_code, v.district_code from villages v where v.valid_to is null order by v.id',
    )
    const here = places.find(({ commune_code }) => commune_code === '70101')!
    const there = places.find(({ district_code }) => district_code !== '701')!
    const toRow = ({ code }: { readonly code: string }, day: string) =>
      `${code};2g;gamma;declared;covered;;${day};;`
    const both = await apply([toRow(here, '2026-04-05'), toRow(there, '2026-04-05')])
    const elsewhere = await apply([toRow(there, '2026-04-06')])
    await importing.move('staff', both, { move: 'undo' })
    const list = async (person: Person, query = '') => {
      const answer = await importing.ask(person, `/api/audit?noun=village_services${query}`)
      return (answer.body['entries'] as { action: string; batch_id: string | null }[])
        .filter(({ batch_id }) => batch_id === both.batch_id || batch_id === elsewhere.batch_id)
        .map(({ action, batch_id }) => `${action} ${batch_id === both.batch_id ? 'both' : 'other'}`)
    }
    // The UBND of commune 70101.
    expect(await list('local')).toEqual(['withdraw both', 'import both'])
    expect(await list('staff', `&commune_code=${there.commune_code}`)).toEqual([
      'withdraw both',
      'import other',
      'import both',
    ])
    const entries = (await importing.ask('local', '/api/audit?noun=village_services')).body['entries']
    expect(JSON.stringify(entries)).not.toContain(String(elsewhere.batch_id))
  })

  it('are taken from nobody else, and of a carrier only what it offers itself', async () => {
    for (const person of ['local', 'anonymous'] as const) {
      const answer = await importing.ask(person, '/api/imports?noun=village_services&file_name=a.csv', {
        method: 'POST',
        body: header,
        type: 'application/octet-stream',
      })
      expect([401, 403]).toContain(answer.status)
    }
    const { import: own } = await send(
      [
        'V0008;4g;alpha;declared;covered;;2026-05-01;;',
        'V0008;4g;beta;declared;covered;;2026-05-01;;',
        'V0008;4g;alpha;verified;covered;;2026-05-01;;',
      ],
      'alpha',
    )
    expect((await importing.listRows('alpha', own.id)).map(toProblems)).toEqual([
      [2, 'new'],
      [3, 'refused', 'carrier_code carrier_not_own'],
      [4, 'refused', 'basis basis_not_allowed'],
    ])
  })
})
