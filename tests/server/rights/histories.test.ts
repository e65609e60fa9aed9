import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeDatabases } from '../../helpers/databases.ts'
import { fillGuardedSites, type GuardedSite, type SiteKind } from '../../helpers/guarded-sites.ts'
import { openEditing, type Editing, type Person } from '../sites/editing.ts'

/** What changes, versions and refusals tell of records that somebody does not see. */
describeDatabases('what is learnt from edits', ({ openDatabase }) => {
  let editing: Editing
  let sites: GuardedSite[]

  beforeAll(async () => {
    const db = await openDatabase()
    editing = await openEditing(db)
    sites = await db.transaction(fillGuardedSites)
    // Days that an edit may keep.
    await db.query(
      `update stations set on_air_on = '2020-01-01', off_air_on = null, bands_mhz = '{1800}' returning id`,
    )
    await db.query(
      `update station_private set certificate_issued_on = null, certificate_expires_on = null returning station_id`,
    )
  })
  afterAll(() => editing.app.close())

  const idOf = (kind: SiteKind) => sites.find((site) => site.kind === kind)!.id
  const edit = async (id: number, body: object) => {
    const answer = await editing.patch('admin', id, (await editing.findSite(id)).version, body)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  }
  const read = async (person: Person, url: string) => (await editing.ask(person, url)).body

  it('is of a carrier’s own site no change of another’s station: neither version nor history', async () => {
    const id = idOf('own')
    const look = async () => [
      await read('alpha', `/api/sites/${id}`),
      await read('alpha', `/api/audit?noun=sites&noun_id=${id}`),
      await read('alpha', '/api/proposals'),
    ]
    const before = await look()
    const whole = (await read('staff', `/api/sites/${id}`)) as {
      version: number
      stations: { id: number; carrier_code: string; technology: string }[]
    }
    const station = whole.stations.find((one) => one.carrier_code === 'beta' && one.technology === '4g')!
    for (const power_w of [11, 12]) await edit(id, { changes: {}, stations: [{ id: station.id, power_w }] })
    expect(await look()).toEqual(before)
    expect(await read('staff', `/api/sites/${id}`)).not.toEqual(whole)
    // What it sees moves on with what it sees, and is what a proposal is made for.
    await edit(id, { changes: { backhaul: 'satellite' } })
    const now = (await read('alpha', `/api/sites/${id}`)) as { version: number }
    expect(now.version).toBe((before[0] as { version: number }).version + 1)
    const proposal = { method: 'POST', body: { changes: { backhaul: 'fibre' } } } as const
    const stale = await editing.ask('alpha', `/api/sites/${id}/proposals`, {
      ...proposal,
      version: now.version - 1,
    })
    expect(stale).toMatchObject({ status: 412, code: 'version_conflict', params: { current: now.version } })
    const proposed = await editing.ask('alpha', `/api/sites/${id}/proposals`, {
      ...proposal,
      version: now.version,
    })
    expect(proposed).toMatchObject({
      status: 200,
      body: { proposal: { base_version: now.version, record_version: now.version } },
    })
    // The Sở compares versions that were written.
    const queue = async () => {
      const { proposals } = (await read('staff', `/api/proposals?site_id=${id}`)) as {
        proposals: { base_version: number; record_version: number }[]
      }
      return proposals[0]!
    }
    expect(await queue()).toMatchObject({
      base_version: whole.version + 3,
      record_version: whole.version + 3,
    })
    await edit(id, { changes: { address: 'đầu bản' } })
    expect(await queue()).toMatchObject({
      base_version: whole.version + 3,
      record_version: whole.version + 4,
    })
  })

  it('is of a site that another carrier gets only that it is gone', async () => {
    const id = idOf('own-by-station')
    await edit(id, { changes: { owner_code: 'alpha' } })
    await edit(id, {
      changes: { owner_code: 'beta', note: 'BÍ MẬT của beta', address: 'BÍ MẬT số 7', mast_height_m: 77.125 },
    })
    for (const url of [`/api/audit?noun=sites&noun_id=${id}`, '/api/audit']) {
      const told = JSON.stringify(await read('alpha', url))
      expect(told).not.toMatch(/của beta|số 7|77\.125|"owner_code":"beta"/)
      expect(told).toContain(`"noun_id":"${id}"`)
    }
    const back = await read('beta', `/api/audit?noun=sites&noun_id=${id}`)
    expect(JSON.stringify(back)).not.toContain('BÍ MẬT')
    await edit(id, { changes: { note: 'BÍ MẬT thứ hai' } })
    expect(JSON.stringify(await read('alpha', '/api/audit'))).not.toContain('BÍ MẬT thứ hai')
    expect(JSON.stringify(await read('beta', '/api/audit'))).toContain('BÍ MẬT thứ hai')
  })

  it('is of a hidden or another’s site what is learnt of one that does not exist', async () => {
    const unknown = 987_654
    const toForm = (answer: unknown, id: number) =>
      JSON.stringify(answer)
        .replace(/"request_id":"[^"]+"/g, '')
        .replaceAll(String(id), 'ID')
    const ask = async (person: Person, id: number) => {
      const change = { body: { changes: { name: 'x' } }, method: 'POST' } as const
      const patch = { ...change, method: 'PATCH' } as const
      const answers = [
        await editing.ask(person, `/api/audit?noun=sites&noun_id=${id}`),
        await editing.ask(person, `/api/audit?noun=proposals&noun_id=${id}`),
        await editing.ask(person, `/api/proposals?site_id=${id}`),
        ...(await Promise.all(
          [1, 2, 99].map((version) => editing.ask(person, `/api/sites/${id}`, { ...patch, version })),
        )),
        ...(await Promise.all(
          [1, 2, 99].map((version) =>
            editing.ask(person, `/api/sites/${id}/proposals`, { ...change, version }),
          ),
        )),
        await editing.ask(person, `/api/sites/${id}/proposals`, change),
      ]
      return answers.map((answer) => toForm(answer, id))
    }
    for (const person of ['alpha', 'local', 'anonymous'] as const) {
      const nothing = await ask(person, unknown)
      for (const kind of ['rival', 'restricted-rival', 'restricted-own'] as const) {
        expect(await ask(person, idOf(kind)), `${person} ${kind}`).toEqual(nothing)
      }
    }
    for (const kind of ['restricted-rival', 'restricted-own'] as const) {
      const place = '/api/position-check?lng=12.1&lat=40.1&site_id='
      const asked = await editing.ask('alpha', `${place}${idOf(kind)}`)
      expect(toForm(asked, idOf(kind))).toBe(
        toForm(await editing.ask('alpha', `${place}${unknown}`), unknown),
      )
    }
  })

  it('is of a code that a hidden site has what is learnt of a free one', async () => {
    const codes = ['GS-5', 'GS-6', 'GS-FREE']
    const answers = []
    for (const code of codes) {
      const { version } = (await read('alpha', `/api/sites/${idOf('own')}`)) as { version: number }
      const asked = { method: 'POST', body: { changes: { code } }, version } as const
      const { status, code: refusal } = await editing.ask(
        'alpha',
        `/api/sites/${idOf('own')}/proposals`,
        asked,
      )
      answers.push({ status, refusal })
    }
    expect(answers).toEqual(codes.map(() => ({ status: 200, refusal: undefined })))
  })
})
