import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeDatabases } from '../../helpers/databases.ts'
import { openEditing, type Answer, type Editing, type Person } from './editing.ts'

interface Proposal {
  readonly id: number
  readonly state: string
  readonly record_version: number
}

describeDatabases('proposals', ({ openDatabase }) => {
  let editing: Editing
  beforeAll(async () => {
    editing = await openEditing(await openDatabase())
  })
  afterAll(() => editing.app.close())

  const propose = async (body: object, person: Person = 'alpha', id = 1) =>
    editing.ask(person, `/api/sites/${id}/proposals`, {
      method: 'POST',
      body,
      version: (await editing.findSite(id))?.version ?? 1,
    })
  const toProposal = ({ body }: Answer) => body['proposal'] as Proposal
  const decide = (person: Person, id: number, body: object) =>
    editing.ask(person, `/api/proposals/${id}/decision`, { method: 'POST', body })
  const list = async (person: Person, query = '') =>
    (await editing.ask(person, `/api/proposals${query}`)).body['proposals'] as readonly Record<
      string,
      unknown
    >[]
  const accept = async (person: Person, proposal: Proposal) =>
    decide(person, proposal.id, { decision: 'accept', record_version: (await editing.findSite(1)).version })

  it('of a carrier change nothing until they are accepted, and then say by whom', async () => {
    const before = await editing.findSite(1)
    const proposed = await propose({
      changes: { lng: 12.101, address: 'gần chợ' },
      reason: 'đo lại bằng GPS',
    })
    expect(proposed).toMatchObject({
      status: 200,
      body: {
        proposal: {
          noun: 'sites',
          record_id: 1,
          record_code: 'SL-0001',
          commune_name: 'Ẳng Lo',
          carrier_code: 'alpha',
          proposed_by: 'Tên cua-alpha',
          before: { lng: 12.1, lat: 40.1, address: null },
          changes: { lng: 12.101, lat: 40.1, address: 'gần chợ' },
          from: { lng: 12.1, lat: 40.1 },
          to: { lng: 12.101, lat: 40.1 },
          distance_m: 85,
          reason: 'đo lại bằng GPS',
          state: 'pending',
          base_version: before.version,
          record_version: before.version,
        },
      },
    })
    expect(await editing.findSite(1)).toEqual(before)
    const { id } = toProposal(proposed)
    const decided = await decide('staff', id, { decision: 'accept', record_version: before.version })
    expect(decided).toMatchObject({
      status: 200,
      body: { proposal: { state: 'accepted', decided_by: 'Tên can-bo' } },
    })
    expect(await editing.findSite(1)).toMatchObject({
      lng: 12.101,
      address: 'gần chợ',
      version: before.version + 1,
    })
    expect((await editing.listEntries('sites', 1)).at(-1)).toMatchObject({
      actor: 'can-bo',
      action: 'accept',
      reason: 'đo lại bằng GPS',
      carrier_code: 'alpha',
    })
    expect((await editing.listEntries('proposals', id)).map(({ actor, action }) => [actor, action])).toEqual([
      ['cua-alpha', 'propose'],
      ['can-bo', 'accept'],
    ])
    expect(await list('alpha', '?state=accepted')).toMatchObject([
      { id, decided_by: null, state: 'accepted' },
    ])
  })

  it('are returned with a reason, which the carrier reads', async () => {
    const { id } = toProposal(await propose({ changes: { name: 'Tên khác' } }))
    expect(await decide('staff', id, { decision: 'return' })).toMatchObject({
      status: 422,
      code: 'value_invalid',
      params: { field: 'reason' },
    })
    expect(await decide('staff', id, { decision: 'return', reason: '   ' })).toMatchObject({ status: 422 })
    expect(await decide('staff', id, { decision: 'return', reason: 'thiếu ảnh' })).toMatchObject({
      status: 200,
    })
    expect((await list('alpha')).find((one) => one['id'] === id)).toMatchObject({
      state: 'returned',
      decision_reason: 'thiếu ảnh',
    })
    expect((await editing.findSite(1))['name']).toBe('Chợ Ẳng Lo')
  })

  it('are withdrawn by whoever proposed and decided by the Sở alone', async () => {
    const proposal = toProposal(await propose({ changes: { name: 'Rút lại' } }))
    const { id } = proposal
    for (const decision of ['accept', 'return'] as const) {
      const body = { decision, reason: 'tự duyệt', record_version: proposal.record_version }
      expect(await decide('alpha', id, body)).toMatchObject({ status: 403, code: 'not_allowed' })
      expect(await decide('beta', id, body)).toMatchObject({ status: 404, code: 'proposal_not_found' })
    }
    expect(await decide('staff', id, { decision: 'withdraw' })).toMatchObject({ status: 403 })
    expect(await decide('anonymous', id, { decision: 'withdraw' })).toMatchObject({ status: 401 })
    expect(await decide('alpha', id, { decision: 'withdraw' })).toMatchObject({
      status: 200,
      body: { proposal: { state: 'withdrawn' } },
    })
    expect(await accept('staff', proposal)).toMatchObject({
      status: 409,
      code: 'proposal_decided',
      params: { state: 'withdrawn' },
    })
    expect(await decide('alpha', id, { decision: 'withdraw' })).toMatchObject({ status: 409 })
    expect(await decide('staff', 99_999, { decision: 'return', reason: 'x' })).toMatchObject({ status: 404 })
  })

  it('are decided once, however many decide at once', async () => {
    const proposal = toProposal(await propose({ changes: { land_owner: 'UBND xã' } }))
    const { version } = await editing.findSite(1)
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        editing.ask(index % 2 === 0 ? 'staff' : 'colleague', `/api/proposals/${proposal.id}/decision`, {
          method: 'POST',
          body: { decision: index % 3 === 0 ? 'return' : 'accept', reason: 'x', record_version: version },
        }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ code }) => code === 'proposal_decided')).toHaveLength(7)
    expect(await editing.listEntries('proposals', proposal.id)).toHaveLength(2)
  })

  it('are accepted from the version that was seen, and stay pending when the site has moved on', async () => {
    const proposal = toProposal(await propose({ changes: { approval: 'CV 12' } }))
    const { version } = await editing.findSite(1)
    expect(await decide('staff', proposal.id, { decision: 'accept' })).toMatchObject({ status: 428 })
    await editing.patch('staff', 1, version, { changes: { built_on: '2011-01-01' } })
    expect(await decide('staff', proposal.id, { decision: 'accept', record_version: version })).toMatchObject(
      {
        status: 412,
        code: 'version_conflict',
        params: { current: version + 1 },
      },
    )
    expect(await list('staff', '?state=pending')).toMatchObject([
      { id: proposal.id, base_version: version, record_version: version + 1 },
    ])
    expect(await accept('staff', proposal)).toMatchObject({ status: 200 })
    expect(await editing.findSite(1)).toMatchObject({ approval: 'CV 12', built_on: '2011-01-01' })
  })

  it('for what the site says by now are accepted without a change of it', async () => {
    const proposal = toProposal(await propose({ changes: { address: 'chợ mới' } }))
    const { version } = await editing.findSite(1)
    await editing.patch('staff', 1, version, { changes: { address: 'chợ mới' } })
    expect(await accept('staff', proposal)).toMatchObject({ status: 200 })
    expect((await editing.findSite(1)).version).toBe(version + 1)
  })

  it('are the same 404 for a rival’s site, a restricted one and none', async () => {
    const bodies = await Promise.all(
      (
        [
          ['beta', 1],
          ['alpha', 5],
          ['alpha', 99_999],
        ] as const
      ).map(async ([person, id]) => {
        const { status, body } = await propose({ changes: { name: 'x' } }, person, id)
        return { status, ...body, request_id: '', params: { ...(body['params'] as object), value: 0 } }
      }),
    )
    expect(bodies[0]).toMatchObject({ status: 404, code: 'site_not_found' })
    expect(bodies[1]).toEqual(bodies[0])
    expect(bodies[2]).toEqual(bodies[0])
  })

  it('say nothing of a code that a hidden site has; the Sở meets it when accepting', async () => {
    const proposal = toProposal(await propose({ changes: { code: 'SL-0005' } }))
    expect(proposal.state).toBe('pending')
    expect(await accept('staff', proposal)).toMatchObject({ status: 409, code: 'code_taken' })
    expect(await list('staff', `?state=pending`)).toHaveLength(1)
    await decide('alpha', proposal.id, { decision: 'withdraw' })
    const near = await editing.findSite(5)
    const place = { lng: near.lng, lat: near.lat, commune_code: '70102' }
    const moved = await propose({ changes: place, confirm: ['moved_far'] })
    expect(moved).toMatchObject({ status: 200 })
    expect(await accept('staff', toProposal(moved))).toMatchObject({
      code: 'confirmation_required',
      params: { warnings: 'near_site,moved_far' },
    })
    await decide('alpha', toProposal(moved).id, { decision: 'withdraw' })
  })

  it('follow the rules of a change, and speak of no rival’s station, no note and no restriction', async () => {
    expect(await propose({ changes: { lng: 50 } })).toMatchObject({ status: 422, code: 'position_outside' })
    expect(await propose({ changes: {} })).toMatchObject({ status: 422, code: 'nothing_changed' })
    expect(await propose({ changes: { note: 'x' } })).toMatchObject({
      status: 403,
      params: { field: 'note' },
    })
    expect(await propose({ changes: { visibility: 'restricted' } })).toMatchObject({ status: 403 })
    // SL-0001 carries a station of beta with the id 3.
    expect(await propose({ changes: {}, stations: [{ id: 3, note: 'x' }] })).toMatchObject({ status: 404 })
    expect(
      await propose({ changes: {}, stations: [{ carrier_code: 'beta', technology: '5g' }] }),
    ).toMatchObject({ status: 403, params: { field: 'stations.0.carrier_code' } })
    const stale = { method: 'POST', body: { changes: { name: 'x' } }, version: 1 } as const
    expect(await editing.ask('alpha', '/api/sites/1/proposals', stale)).toMatchObject({ status: 412 })
    expect(await propose({ changes: { name: 'x' } }, 'staff')).toMatchObject({ status: 403 })
    const mine = { id: 2, certificate_no: 'KĐ-77', certificate_expires_on: '2030-01-01' }
    const proposal = toProposal(await propose({ changes: {}, stations: [mine] }))
    expect(await accept('staff', proposal)).toMatchObject({ status: 200 })
    expect((await editing.listEntries('sites', 1)).at(-1)!.after.stations[1]).toMatchObject(mine)
  })

  it('of an UBND become verified statements', async () => {
    const [inside] = await editing.db.query<{ id: number }>(
      `select id from villages where commune_code = '70101' limit 1`,
    )
    const [outside] = await editing.db.query<{ id: number }>(
      `select id from villages where commune_code = '70206' limit 1`,
    )
    const report = { service: '4g', carrier_code: 'alpha', state: 'not_covered', observed_on: '2026-01-05' }
    const send = (id: number, body: object, person: Person = 'local') =>
      editing.ask(person, `/api/villages/${id}/proposals`, { method: 'POST', body })
    expect(await send(outside!.id, report)).toMatchObject({ status: 403 })
    expect(await send(99_999, report)).toMatchObject({ status: 404 })
    expect(await send(inside!.id, { ...report, observed_on: '2999-01-01' })).toMatchObject({ status: 422 })
    expect(await send(inside!.id, { ...report, households_share: 0.5 })).toMatchObject({ status: 422 })
    expect(await send(inside!.id, { ...report, carrier_code: 'delta' })).toMatchObject({ status: 404 })
    expect(await send(inside!.id, report, 'alpha')).toMatchObject({ status: 403 })
    const sent = await send(inside!.id, { ...report, reason: 'dân phản ánh' })
    expect(sent).toMatchObject({
      status: 200,
      body: { proposal: { noun: 'village_services', changes: report } },
    })
    const proposal = toProposal(sent)
    expect((await list('alpha')).some(({ id }) => id === proposal.id)).toBe(false)
    expect(await list('local')).toMatchObject([{ id: proposal.id }])
    const body = { decision: 'accept', record_version: proposal.record_version }
    expect(await decide('staff', proposal.id, body)).toMatchObject({ status: 200 })
    const [statement] = await editing.db.query('select * from village_services order by id desc limit 1')
    expect(statement).toMatchObject({
      ...report,
      village_id: inside!.id,
      basis: 'verified',
      is_sample: false,
    })
    expect(await editing.listEntries('village_services', statement!['id'] as number)).toMatchObject([
      { action: 'accept', actor: 'can-bo', commune_code: '70101' },
    ])
  })
})
