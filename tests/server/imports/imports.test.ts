import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeDatabases } from '../../helpers/databases.ts'
import { openImporting, type Importing } from './importing.ts'

/** As a carrier writes it: a title, a header of two rows, a total, a note. Centres of communes; SL-0001 is at 12.1 40.1. */
const list = (rows: readonly string[]) =>
  [
    'DANH SÁCH TRẠM BTS QUÝ II;;;;;;;',
    ';;;;;;;',
    'TT;Mã trạm;Tên trạm;Tọa độ;;Huyện;Xã, phường;Công nghệ;Nguồn điện',
    ';;;Vĩ độ;Kinh độ;;;;',
    ...rows,
    ';;Tổng cộng;;;;;;',
    'Ghi chú: số liệu đến 30/6;;;;;;;;',
  ].join('\n')

const known = '1;SL-0001;Chợ Ẳng Lo;40,1;12,1;;Xã Ẳng Lo;2G, 4G;điện lưới'
const added = '2;SL-0101;Bãi Đá 2;40,31;12,31;;Xã Bãi Đá;4G;máy nổ'
const moved = '1;SL-0001;Chợ Ẳng Lo;40,1009;12,1;;Xã Ẳng Lo;2G, 4G;điện lưới'

describeDatabases('imports', ({ openDatabase }) => {
  let importing: Importing
  beforeAll(async () => {
    importing = await openImporting(await openDatabase())
  })
  afterAll(() => importing.app.close())

  const countSites = async () => (await importing.db.query(`select id from sites`)).length

  it('shows what a messy list would change and writes nothing', async () => {
    const before = await countSites()
    const { status, import: read } = await importing.send('staff', {
      noun: 'sites',
      sender: 'alpha',
      content: list([known, added]),
    })
    expect(status).toBe(200)
    expect(read.fault).toBeNull()
    expect(read.state).toBe('checked')
    expect(read.counts).toMatchObject({ new: 1, unchanged: 1, refused: 0, asking: 0, conflicting: 0 })
    expect(await countSites()).toBe(before)
    const [fresh] = await importing.listRows('staff', read.id, '&status=new')
    expect(fresh).toMatchObject({ at: 6, label: expect.stringContaining('SL-0101'), to: [12.31, 40.31] })
    // Of what is new everything is new.
    expect(fresh!.changes).toEqual(
      expect.arrayContaining([
        { field: 'stations', before: null, after: [{ carrier_code: 'alpha', technology: '4g' }] },
        { field: 'power_source', before: null, after: 'generator' },
      ]),
    )
  })

  it('applies in one batch, changes nothing the second time, and takes the batch back', async () => {
    const sent = { noun: 'sites', sender: 'alpha', content: list([moved, added]) }
    const { import: read } = await importing.send('staff', sent)
    expect(read.counts).toMatchObject({ new: 1, changed: 1 })
    const [change] = await importing.listRows('staff', read.id, '&status=changed')
    expect(change).toMatchObject({ from: [12.1, 40.1], to: [12.1, 40.1009] })
    expect(change!.moved_m).toBeGreaterThan(90)
    const applied = await importing.move('staff', read, { move: 'apply' })
    expect(applied.code).toBeUndefined()
    expect(applied.import).toMatchObject({ state: 'applied', may: ['undo'] })
    expect(await importing.findSite(1)).toMatchObject({ lat: 40.1009, lng: 12.1 })
    const [entry] = (await importing.listEntries('sites', 1)).slice(-1)
    expect(entry).toMatchObject({ action: 'import', batch_id: applied.import.batch_id, actor: 'can-bo' })

    const again = await importing.send('staff', sent)
    expect(again.import.counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 })

    const undone = await importing.move('staff', applied.import, { move: 'undo' })
    expect(undone.import).toMatchObject({ state: 'undone' })
    expect(await importing.findSite(1)).toMatchObject({ lat: 40.1, lng: 12.1 })
    const [gone] = await importing.db.query<{ status: string }>(
      `select status from sites where code = 'SL-0101'`,
    )
    expect(gone).toEqual({ status: 'retired' })
  })

  it('does not take back what somebody has changed since, unless that is to be left', async () => {
    const { import: read } = await importing.send('staff', {
      noun: 'sites',
      sender: 'beta',
      content: list(['1;SL-0201;Một;40,11;12,31;;;3G;điện lưới', '2;SL-0202;Hai;40,12;12,31;;;3G;điện lưới']),
    })
    const applied = await importing.move('staff', read, { move: 'apply' })
    const [site] = await importing.db.query<{ id: number; version: number }>(
      `select id, version from sites where code = 'SL-0202'`,
    )
    await importing.patch('colleague', site!.id, site!.version, { changes: { name: 'Hai, sửa' } })
    const refused = await importing.move('staff', applied.import, { move: 'undo' })
    expect(refused).toMatchObject({ status: 409, code: 'import_changed_since', params: { count: 1 } })
    const left = await importing.move('staff', applied.import, { move: 'undo', leave_changed: true })
    expect(left.import.state).toBe('undone')
    const rows = await importing.db.query(
      `select code, status from sites where code in ('SL-0201', 'SL-0202') order by code`,
    )
    expect(rows).toEqual([
      { code: 'SL-0201', status: 'retired' },
      { code: 'SL-0202', status: 'live' },
    ])
  })

  it('writes nothing where the records are no longer what was shown', async () => {
    const { import: read } = await importing.send('staff', {
      noun: 'sites',
      sender: 'alpha',
      content: list(['1;SL-0001;Chợ Ẳng Lo;40,1005;12,1;;;;']),
    })
    const { version } = await importing.findSite(1)
    await importing.patch('colleague', 1, version, { changes: { address: 'cạnh chợ' } })
    const refused = await importing.move('staff', read, { move: 'apply' })
    expect(refused).toMatchObject({ status: 409, code: 'import_outdated' })
    expect(await importing.findSite(1)).toMatchObject({ lat: 40.1, address: 'cạnh chợ' })
  })

  it('lists what the sender dropped, retires it only when asked, and tells the lists apart', async () => {
    const first = await importing.send('staff', {
      noun: 'sites',
      sender: 'gamma',
      content: list(['1;G-1;Một;40,05;12,05;;;4G;điện lưới', '2;G-2;Hai;40,06;12,05;;;4G;điện lưới']),
    })
    await importing.move('staff', first.import, { move: 'apply' })
    const second = await importing.send('staff', {
      noun: 'sites',
      sender: 'gamma',
      content: list(['1;G-1;Một;40,0505;12,05;;;4G;điện lưới', '2;G-3;Ba;40,07;12,05;;;4G;điện lưới']),
    })
    expect(second.import.counts).toMatchObject({ new: 1, changed: 1, missing: 1 })
    const { body } = await importing.ask('staff', `/api/imports/${second.import.id}/differences`)
    expect(
      (body['differences'] as { kind: string; key: string }[]).map(({ kind, key }) => [kind, key]),
    ).toEqual([
      ['moved', 'G-1'],
      ['added', 'G-3'],
      ['dropped', 'G-2'],
    ])
    const kept = await importing.move('staff', second.import, { move: 'apply' })
    const status = async () =>
      (await importing.db.query<{ status: string }>(`select status from sites where code = 'G-2'`))[0]!.status
    expect(await status()).toBe('live')
    await importing.move('staff', kept.import, { move: 'undo' })
    const third = await importing.send('staff', {
      noun: 'sites',
      sender: 'gamma',
      content: list(['1;G-1;Một;40,0505;12,05;;;4G;điện lưới']),
    })
    const asked = await importing.change('staff', third.import, { retire_missing: true })
    const retired = await importing.move('staff', asked.import, { move: 'apply' })
    expect(retired.import.state).toBe('applied')
    expect(await status()).toBe('retired')
  })

  it('takes a statement once, and withdraws it when the list is taken back', async () => {
    const villages = await importing.db.query<{ code: string; name: string }>(
      `select v.code, v.name from villages v where v.valid_to is null and v.valid_from is null order by v.id limit 1`,
    )
    const { code } = villages[0]!
    const sent = {
      noun: 'village_services',
      sender: 'alpha',
      content: `Mã thôn bản,Dịch vụ,Nhà mạng,Nguồn tin,Tình trạng,Ngày\n${code},4g,alpha,declared,covered,30/6/2024\n`,
    }
    const { import: read } = await importing.send('staff', sent)
    expect(read.counts).toMatchObject({ new: 1 })
    const applied = await importing.move('staff', read, { move: 'apply' })
    expect(applied.import.state).toBe('applied')
    const again = await importing.send('staff', sent)
    expect(again.import.counts).toMatchObject({ new: 0, unchanged: 1 })
    await importing.move('staff', applied.import, { move: 'undo' })
    const [left] = await importing.db.query<{ counting: number }>(
      `select count(*) as counting from village_services where batch_id = $1::uuid and withdrawn_at is null`,
      [applied.import.batch_id],
    )
    expect(left).toEqual({ counting: 0 })
  })

  it('lets a carrier propose its own list and tells it nothing of a rival’s site with the same code', async () => {
    const { import: rivals } = await importing.send('staff', {
      noun: 'sites',
      sender: 'beta',
      content: list(['1;B-7;Kín của beta;40,33;12,32;;;4G;điện lưới']),
    })
    await importing.move('staff', rivals, { move: 'apply' })
    const sent = { noun: 'sites', content: list(['1;B-7;Của ai;40,331;12,33;;;4G;điện lưới']) }
    const { import: own } = await importing.send('alpha', sent)
    expect(own).toMatchObject({
      sender: 'alpha',
      carrier_code: 'alpha',
      may: ['change', 'propose', 'cancel'],
    })
    const told = JSON.stringify(await importing.listRows('alpha', own.id))
    expect(told).not.toContain('của beta')
    expect(own.counts).toMatchObject({ new: 1, conflicting: 0 })
    expect(await importing.move('alpha', own, { move: 'apply' })).toMatchObject({ status: 403 })
    const proposed = await importing.move('alpha', own, { move: 'propose' })
    expect(proposed.import.state).toBe('proposed')
    expect(await importing.ask('beta', `/api/imports/${own.id}`)).toMatchObject({ status: 404 })

    const seen = await importing.change('staff', proposed.import, {})
    expect(seen.import).toMatchObject({ state: 'proposed' })
    const [row] = await importing.listRows('staff', own.id)
    expect(row).toMatchObject({ status: 'conflicting', conflicts: expect.arrayContaining(['other_carrier']) })
    expect(JSON.stringify(await importing.listRows('alpha', own.id))).toBe(told)
    const returned = await importing.move('staff', seen.import, { move: 'return', reason: 'Mã của beta' })
    expect(returned.import).toMatchObject({ state: 'returned', reason: 'Mã của beta' })
  })

  it('reads the bands of stations, and takes them in another order for no change', async () => {
    const toSent = (bands: string) => ({
      noun: 'sites',
      sender: 'alpha',
      content: `Mã trạm;Tên trạm;Vĩ độ;Kinh độ;Công nghệ;Băng tần;Nguồn điện\nB-1;Băng;40,2;12,2;2G, 4G;${bands};điện lưới\n`,
    })
    const { import: read } = await importing.send('staff', toSent('"4G: 2100, 1800; 2G: 900"'))
    await importing.move('staff', read, { move: 'apply' })
    const listBands = () =>
      importing.db.query<{ technology: string; bands_mhz: number[] }>(
        `select t.technology, t.bands_mhz from stations t join sites s on s.id = t.site_id where s.code = 'B-1' order by 1`,
      )
    expect(await listBands()).toEqual([
      { technology: '2g', bands_mhz: [900] },
      { technology: '4g', bands_mhz: [1800, 2100] },
    ])
    await importing.db.run(`update stations set bands_mhz = '{2100,1800}' where bands_mhz = '{1800,2100}'`)
    const again = await importing.send('staff', toSent('2G 900 + 4G 1800/2100'))
    expect(again.import.counts).toMatchObject({ new: 0, changed: 0, unchanged: 1 })
    const other = await importing.send('staff', toSent('2G 900 + 4G 1800/2600'))
    const [row] = await importing.listRows('staff', other.import.id, '&status=changed')
    expect(row?.changes).toEqual([
      { field: 'stations.alpha 4g.bands_mhz', before: [2100, 1800], after: [1800, 2600] },
    ])
  })

  it('says what a file rather holds, to a carrier only of what it may send', async () => {
    const villages = 'Thôn, bản;Xã;Huyện;Số hộ;Số dân;Điện lưới\nĐá;Bãi Đá;;10;40;có\n'
    const { import: read } = await importing.send('staff', { noun: 'sites', sender: 'ai', content: villages })
    expect(read).toMatchObject({ state: 'checked', suggested_noun: 'villages' })
    const changed = await importing.change('staff', read, { noun: 'villages' })
    expect(changed.import).toMatchObject({ noun: 'villages', suggested_noun: null })
    const own = await importing.send('alpha', { noun: 'sites', content: villages })
    expect(own.import).toMatchObject({ state: 'checked', suggested_noun: null })
    const sites = { noun: 'cable_routes', content: list([added]) }
    expect((await importing.send('alpha', sites)).import).toMatchObject({ suggested_noun: 'sites' })
  })

  it('keeps a file that cannot be read with the reason, and the server up', async () => {
    const { import: read } = await importing.send('staff', {
      noun: 'sites',
      name: 'cũ.xls',
      content: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    })
    expect(read).toMatchObject({ state: 'failed', fault: { code: 'format_xls' } })
    expect(await importing.ask('staff', '/api/health')).toMatchObject({ status: 200 })
  })
})
