import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeDatabases } from '../../helpers/databases.ts'
import { openEditing, type Editing, type Person } from './editing.ts'

const site = { code: 'SL-0100', name: 'Mới', lng: 12.15, lat: 40.15, power_source: 'grid' }

describeDatabases('a new site and its position', ({ openDatabase }) => {
  let editing: Editing
  beforeAll(async () => {
    editing = await openEditing(await openDatabase())
  })
  afterAll(() => editing.app.close())

  const create = (body: object, person: Person = 'staff') =>
    editing.ask(person, '/api/sites', { method: 'POST', body })
  const check = (person: Person, query: string) => editing.ask(person, `/api/position-check?${query}`)
  const move = async (changes: object, confirm: readonly string[] = []) =>
    editing.patch('staff', 1, (await editing.findSite(1)).version, { changes, confirm })

  it('is created where it lies, with its stations, and is nobody’s sample', async () => {
    const stations = [
      {
        carrier_code: 'alpha',
        technology: '4g',
        certificate_no: 'KĐ-1',
        certificate_issued_on: '2020-01-01',
      },
      { carrier_code: 'beta', technology: '4g', bands_mhz: [1800, 2100], on_air_on: '2020-02-01' },
    ]
    const answer = await create({ site, stations, reason: 'trạm mới' })
    expect(answer).toMatchObject({ status: 200, body: { version: 1 } })
    const id = answer.body['id'] as number
    expect(await editing.findSite(id)).toMatchObject({
      district_code: '701',
      commune_code: '70101',
      commune_2025_code: '70101',
      status: 'live',
      visibility: 'public',
      is_sample: false,
      search_names: 'moi | sl 0100',
    })
    const [entry] = await editing.listEntries('sites', id)
    expect(entry).toMatchObject({
      id: answer.body['entry_id'],
      action: 'create',
      before: null,
      reason: 'trạm mới',
    })
    expect(entry!.after).toMatchObject({ ...site, stations: [stations[0], stations[1]] })
    const seen = await editing.ask('staff', `/api/sites/${id}`)
    expect(seen.body).toMatchObject({
      carriers: ['alpha', 'beta'],
      shared: true,
      stations: [{ certificate_no: 'KĐ-1' }, {}],
    })
  })

  it.each([
    ['a code in use', { ...site, lng: 12.16 }, 409, 'code_taken'],
    ['a restricted site’s code', { ...site, code: 'SL-0005' }, 409, 'code_taken'],
    ['a place outside', { ...site, code: 'A', lng: 50 }, 422, 'position_outside'],
    ['swapped axes', { ...site, code: 'A', lng: 40.15, lat: 12.15 }, 422, 'position_swapped'],
    ['an unknown commune', { ...site, code: 'A', commune_code: '99999' }, 404, 'unit_not_found'],
    ['a restriction by staff', { ...site, code: 'A', visibility: 'restricted' }, 403, 'not_allowed'],
    ['a code with spaces', { ...site, code: 'A B' }, 400, 'parameter_invalid'],
    ['no name', { ...site, code: 'A', name: undefined }, 400, 'parameter_invalid'],
    ['an unknown field', { ...site, code: 'A', version: 7 }, 400, 'parameter_unknown'],
  ])('is refused with %s', async (_, given, status, code) => {
    const count = await editing.db.query('select count(*) as n from sites')
    expect(await create({ site: given })).toMatchObject({ status, code })
    expect(await editing.db.query('select count(*) as n from sites')).toEqual(count)
  })

  it('asks whether a site 20 m from another is meant', async () => {
    const { lng, lat } = await editing.findSite(2)
    const near = { ...site, code: 'SL-0101', lng: lng + 0.0001, lat }
    expect(await create({ site: near })).toMatchObject({
      status: 409,
      code: 'confirmation_required',
      params: { warnings: 'near_site', near_site_code: 'SL-0002', near_site_m: 8.5 },
    })
    expect(await create({ site: near, confirm: ['moved_far'] })).toMatchObject({ status: 409 })
    expect(await create({ site: near, confirm: ['near_site'] })).toMatchObject({ status: 200 })
    expect(await create({ site: { ...near, code: 'SL-0102', lng: lng + 0.0006 } })).toMatchObject({
      status: 200,
    })
  })

  it('asks before it is moved far, or out of its commune, and says where it would be', async () => {
    const far = { lng: 12.1, lat: 40.115 }
    expect(await move(far)).toMatchObject({
      code: 'confirmation_required',
      params: { warnings: 'moved_far', moved_m: 1665.6 },
    })
    expect(await move(far, ['moved_far'])).toMatchObject({ status: 200 })
    const out = { lng: 12.1, lat: 40.22 }
    expect(await move(out, ['moved_far'])).toMatchObject({
      code: 'confirmation_required',
      params: {
        warnings: 'outside_commune,moved_far',
        located_commune_code: '70102',
        located_commune_name: 'Na Tông',
        stated_commune_code: '70101',
        stated_commune_name: 'Ẳng Lo',
      },
    })
    expect(await move(out, ['outside_commune', 'moved_far'])).toMatchObject({ status: 200 })
    expect(await editing.findSite(1)).toMatchObject({ commune_code: '70101', lat: 40.22 })
  })

  it('takes the stated commune with its units of all sets', async () => {
    const to = { lng: 12.35, lat: 40.35, commune_code: '70204' }
    expect(await move(to, ['moved_far'])).toMatchObject({ status: 200 })
    expect(await editing.findSite(1)).toMatchObject({
      district_code: '702',
      commune_code: '70204',
      commune_2025_code: '70199',
    })
    expect(await move({ commune_code: '70101' })).toMatchObject({ params: { warnings: 'outside_commune' } })
  })

  it('recognises swapped axes where a latitude is beyond 90 degrees', async () => {
    expect(await check('staff', 'lng=21.4&lat=103')).toMatchObject({
      status: 200,
      body: { inside: false, swapped: false },
    })
    expect(await check('staff', 'lng=40.1&lat=12.1')).toMatchObject({
      body: { inside: false, swapped: true, units: null },
    })
    expect(await check('staff', 'lng=12.1&lat=181')).toMatchObject({ status: 400 })
  })

  it('is looked at before it is saved, by what the asker may see', async () => {
    const restricted = await editing.findSite(5)
    const there = `lng=${restricted.lng + 0.0001}&lat=${restricted.lat}`
    expect(await check('staff', there)).toMatchObject({
      body: {
        inside: true,
        units: {
          commune_code: '70102',
          commune_name: 'Na Tông',
          district_name: 'Đông Hà',
          commune_2025_code: '70101',
        },
        moved_m: null,
        near_sites: [{ id: 5, code: 'SL-0005', distance_m: 8.5 }],
        warnings: ['near_site'],
      },
    })
    expect(await check('alpha', there)).toMatchObject({ body: { near_sites: [], warnings: [] } })
    const { lng, lat } = await editing.findSite(2)
    expect(await check('staff', `lng=${lng}&lat=${lat + 0.01}&site_id=2`)).toMatchObject({
      body: { moved_m: 1110.4, near_sites: [], warnings: ['moved_far'] },
    })
    expect(await check('staff', `lng=${lng}&lat=${lat}&site_id=2&commune_code=70101`)).toMatchObject({
      body: { moved_m: 0, warnings: ['outside_commune'] },
    })
    expect(await check('alpha', `${there}&site_id=5`)).toMatchObject({ status: 404, code: 'site_not_found' })
    expect(await check('local', there)).toMatchObject({ status: 403 })
  })
})
