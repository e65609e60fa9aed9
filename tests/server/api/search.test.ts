import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SearchResult } from '../../../core/api/search.ts'
import { openApp } from '../../helpers/app.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { fillMadeUpProvince } from '../../helpers/made-up-province.ts'

describeDatabases('search', ({ openDatabase }) => {
  let app: FastifyInstance

  beforeAll(async () => {
    const db = await openDatabase()
    await fillMadeUpProvince(db)
    await db.query(`
      update assignments
      set village_printed = 'Hô Hăng', commune_printed = 'Xã Ảng Tờ'
      where row_no = 1
      returning id`)
    app = (await openApp({ db })).app
  })
  afterAll(() => app.close())

  const find = async (q: string, limit = 50): Promise<SearchResult[]> => {
    const response = await app.inject({ url: '/api/search', query: { q, limit: String(limit) } })
    expect(response.statusCode, response.body).toBe(200)
    return response.json<{ results: SearchResult[] }>().results
  }
  const findNames = async (q: string) =>
    (await find(q)).map(({ noun, unit_set, code }) => `${unit_set ?? noun} ${code}`)

  it('finds a name without its diacritics, in both sets of units, units before sites', async () => {
    expect(await findNames('ang lo')).toEqual([
      'district 702',
      'commune-2025 70101',
      'commune 70101',
      'site SL-0001',
      'facility CS-1',
    ])
    expect(await findNames('ẲNG  LÒ')).toContain('commune 70101')
  })

  it('finds a name by what others call it', async () => {
    const [first] = await find('Ảng Lò')
    expect(first).toMatchObject({ unit_set: 'commune', name: 'Ẳng Lo' })
  })

  it('puts the name first whose diacritics were typed', async () => {
    const communes = async (text: string) =>
      (await findNames(text)).filter((name) => name.startsWith('commune'))
    expect(await communes('na tong')).toEqual(['commune 70203', 'commune 70102'])
    expect(await communes('Na Tông')).toEqual(['commune 70102', 'commune 70203'])
    expect(await communes('nà tòng')).toEqual(['commune 70203', 'commune 70102'])
    expect(await communes('Nà Tòng'.normalize('NFD'))).toEqual(['commune 70203', 'commune 70102'])
  })

  it('understands the kind of a unit before its name', async () => {
    expect((await findNames('huyện ẳng lo'))[0]).toBe('district 702')
    expect((await findNames('xã ẳng lo'))[0]).toBe('commune-2025 70101')
    expect((await findNames('phuong bai da'))[0]).toBe('commune-2025 70199')
    expect((await findNames('xa bai da'))[0]).toBe('commune 70204')
    expect((await findNames('tinh son lam'))[0]).toBe('province 77')
  })

  it('says what became of a unit and which it took in', async () => {
    const [, na] = await find('Nà Tòng')
    expect(na).toMatchObject({
      id: '70102',
      kind: 'xa',
      within: 'Đông Hà',
      valid_to: '2025-06-30',
      successor: { code: '70101', name: 'Ẳng Lo', kind: 'xa' },
      predecessors: [],
    })
    const [ward] = await find('phường Bãi Đá')
    expect(ward).toMatchObject({
      within: 'Sơn Lam',
      valid_to: null,
      successor: null,
      predecessors: [{ code: '70204', name: 'Bãi Đá', kind: 'xa' }],
      bbox: [12.2, 40.2, 12.4, 40.4],
    })
  })

  it('finds by code, also where one code names two units', async () => {
    expect(await findNames('70101')).toEqual(['commune-2025 70101', 'commune 70101'])
    expect(await findNames('SL-0001')).toEqual(['site SL-0001'])
    expect((await find('v0007'))[0]).toMatchObject({ noun: 'village', id: '7' })
  })

  it('prefers whole names to beginnings of words to parts', async () => {
    const names = (await find('huoi cat 1')).map(({ name }) => name)
    expect(names[0]).toBe('Huổi Cát 1')
    expect(names.length).toBeGreaterThan(1)
    for (const name of names.slice(1)) expect(name).toMatch(/^Huổi Cát 1\d$/)
    expect((await find('da moi'))[0]).toMatchObject({ noun: 'site', name: 'Bãi Đá mới' })
    expect(await findNames('uoi van')).toContain('commune 70205')
  })

  it('forgives a slip where nothing says it right', async () => {
    expect((await findNames('suoi vagn'))[0]).toBe('commune-2025 70205')
    expect((await findNames('dong haa'))[0]).toBe('district 701')
    expect(await findNames('xyzzy')).toEqual([])
  })

  it.each([
    ['sou', 'swapped', []],
    ['sou vagn', 'swapped twice in a short text', []],
    ['suoi vagn', 'swapped', ['commune-2025 70205']],
    ['suoi vng', 'missing', ['commune-2025 70205']],
    ['suoi vangg', 'doubled', ['commune-2025 70205']],
    ['suoivang', 'run together', ['commune-2025 70205']],
    ['xuoi vang', 's/x', ['commune-2025 70205']],
    ['deo dio', 'd/gi', ['commune 70206']],
    ['deo gyo', 'i/y', ['commune 70206']],
    ['la tong', 'l/n', ['commune 70203']],
    ['tuien 1', 'a wrong letter beside a number', ['cable-route R1']],
    ['tuien 3', 'another number', []],
    ['asdfgh', 'nonsense', []],
    ['qqqqqqqq', 'nonsense', []],
  ])('forgives slips of hand and ear, and lists nothing for nonsense: %s (%s)', async (text, _, first) => {
    expect((await findNames(text)).slice(0, 1)).toEqual(first)
  })

  it('finds facilities by name and code, with their kind and place; none that is no more', async () => {
    const [clinic] = await find('tram y te na tong')
    expect(clinic).toMatchObject({
      noun: 'facility',
      code: 'CS-2',
      kind: 'clinic',
      within: 'Na Tông, Đông Hà',
    })
    expect([clinic!.lng, clinic!.lat]).toEqual([expect.any(Number), expect.any(Number)])
    expect(await findNames('CS-1')).toEqual(['facility CS-1'])
    expect(await findNames('buu dien cu')).toEqual([])
  })

  it('finds cable routes by name and code, with the box to look at', async () => {
    const [route] = await find('tuyen 1')
    expect(route).toMatchObject({ noun: 'cable-route', code: 'R1', name: 'Tuyến 1', kind: 'aerial' })
    expect(route!.bbox).toHaveLength(4)
    expect((await findNames('r2'))[0]).toBe('cable-route R2')
  })

  it('finds an assigned village as the act prints it, in its row; one that cannot be opened is not listed', async () => {
    for (const text of ['Xã Ảng Tờ', 'xa ang to', 'ho hang', 'Hô Hăng'.normalize('NFD'), 'dong 1']) {
      const found = (await find(text)).filter(({ noun }) => noun === 'assignment')
      expect(found, text).toMatchObject([
        { id: '1', name: 'Hô Hăng', within: 'Xã Ảng Tờ, Huyện', act_number: 'act', row_no: 1 },
      ])
    }
    expect((await find('dong 2')).filter(({ noun }) => noun === 'assignment')).toEqual([])
  })

  it('finds the act that assigns villages, and the carriers', async () => {
    const [act] = await find('quyet dinh giao')
    expect(act).toMatchObject({ noun: 'act', id: 'act', name: 'Quyết định giao', valid_from: '2020-12-15' })
    expect(act!.bbox).toHaveLength(4)
    expect(await find('alpha')).toContainEqual(
      expect.objectContaining({ noun: 'carrier', id: 'alpha', lng: null, lat: null }),
    )
  })

  it('takes every text as text: wildcards, marks without letters, quotes, decomposed, one letter, the longest', async () => {
    for (const text of ['%', '_', '%%%%', '\\', '"', "'; drop table sites; --", '…', '\u0301', '|']) {
      const response = await app.inject({ url: '/api/search', query: { q: text } })
      expect(response.statusCode, text).toBe(200)
      expect(response.json<{ results: unknown[] }>().results, text).toEqual([])
    }
    expect(await findNames('b_i đ_')).not.toContain('commune 70204')
    const began = (await find('đ')).filter(({ noun }) => noun !== 'assignment')
    expect(began.length).toBeGreaterThan(0)
    for (const { name, code } of began) expect(`${name} ${code}`).toMatch(/(^|[^\p{L}])[dđ]/iu)
    expect(await find('ă'.normalize('NFD').repeat(66))).toEqual([])
    expect((await app.inject({ url: '/api/search', query: { q: 'a'.repeat(201) } })).statusCode).toBe(400)
  })

  it('gives a village with its position and the units around it', async () => {
    const [village] = await find('V0001')
    expect(village).toMatchObject({ noun: 'village', unit_set: null, successor: null, bbox: null })
    expect(village!.within).toMatch(/^.+, (Đông Hà|Ẳng Lo)$/)
    expect(village!.lng).toBeGreaterThan(12)
  })

  it('gives no more than is asked for', async () => {
    expect(await find('a', 3)).toHaveLength(3)
    expect((await app.inject('/api/search?q=n')).json<{ results: unknown[] }>().results).toHaveLength(12)
  })
})
