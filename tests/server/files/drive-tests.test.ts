import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DriveTestPoints } from '../../../core/api/files.ts'
import type { Database } from '../../../server/db/database.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { openDesk, type Desk } from '../assignments/desk.ts'
import { listFiles, sendFile } from './sender.ts'

describeDatabases('a drive test', ({ openOtherProvince }) => {
  let db: Database
  let desk: Desk
  let folder: string
  let row: number
  let place: { lng: number; lat: number }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'drives-'))
    db = await openOtherProvince()
    desk = await openDesk(db, { UPLOADS_DIR: folder })
    const [code] = await desk.listUnserved('inside')
    ;[row] = (await desk.assign([{ village_code: code! }])) as [number]
    const [found] = await db.query<{ lng: number; lat: number }>(
      `select st_x(v.geom) as lng, st_y(v.geom) as lat
       from villages v
       where v.code = $1::text`,
      [code!],
    )
    place = found!
  })
  afterAll(async () => {
    await desk.app.close()
    await rm(folder, { recursive: true, force: true })
  })

  const header = 'time,lat,lon,technology,rsrp'
  const toLine = (at = 0, { lat, lng } = place) =>
    `2024-05-06T10:${String(at % 60).padStart(2, '0')}:00,${lat.toFixed(6)},${lng.toFixed(6)},4G,${-80 - (at % 40)}`
  const send = (text: string | Buffer, key = randomUUID()) =>
    sendFile(desk.as('carrier'), {
      noun_id: row,
      bytes: Buffer.from(text),
      kind: 'drive_test',
      name: 'do.csv',
      key,
    })

  it('is read in Vietnamese and with decimal commas, and its points come in their order', async () => {
    const key = randomUUID()
    const lines = [
      'sep=;',
      'Thời gian;Vĩ độ;Kinh độ;Công nghệ;RSRP (dBm)',
      `06/05/2024 10:00:00;${String(place.lat).replace('.', ',')};${String(place.lng).replace('.', ',')};LTE;-97,5`,
      '',
      `06/05/2024 10:00:05;${place.lat};${place.lng};3G;-110`,
    ]
    const answer = await send(`\ufeff${lines.join('\r\n')}\r\n`, key)
    expect(answer.statusCode, answer.body).toBe(204)
    for (const who of ['carrier', 'staff', 'viewer', 'local'] as const) {
      const points = (await desk.as(who).get(`/api/files/${key}/points`)).json<DriveTestPoints>()
      expect(points, who).toMatchObject({
        technology: ['4g', '3g'],
        rsrp_dbm: [-97.5, -110],
        measured_at: ['2024-05-06T03:00:00.000Z', '2024-05-06T03:00:05.000Z'],
      })
      expect(points.lng[0]).toBeCloseTo(place.lng, 6)
    }
    expect((await desk.as('rival').get(`/api/files/${key}/points`)).statusCode).toBe(404)
    expect(await listFiles(desk.as('carrier'), row)).toMatchObject([
      { id: key, kind: 'drive_test', point_count: 2 },
    ])
    const sent = await desk.as('carrier').get(`/api/files/${key}`)
    expect(sent.headers['content-type']).toBe('text/csv; charset=utf-8')
  })

  it('may have tens of thousands of points', async () => {
    const key = randomUUID()
    const lines = Array.from({ length: 20_000 }, (_, at) =>
      toLine(at, { lng: place.lng + (at % 100) * 1e-5, lat: place.lat }),
    )
    expect((await send([header, ...lines].join('\n'), key)).statusCode).toBe(204)
    const points = (await desk.as('staff').get(`/api/files/${key}/points`)).json<DriveTestPoints>()
    expect(points.rsrp_dbm).toHaveLength(20_000)
    expect(points.rsrp_dbm.slice(0, 3)).toEqual([-80, -81, -82])
  })

  it.each<readonly [string, () => string | Buffer, object]>([
    ['another separator', () => `${header.replaceAll(',', '|')}\n`, { problem: 'separator', line: 1 }],
    ['a missing column', () => `time,lat,lon,technology\n`, { problem: 'separator' }],
    [
      'a column of another name',
      () => `time,lat,lon,technology,sinr\n`,
      { problem: 'column_missing', field: 'rsrp' },
    ],
    [
      'no number',
      () => [header, toLine(), toLine().replace(/-80$/, 'yếu')].join('\n'),
      { problem: 'value', line: 3, field: 'rsrp', value: 'yếu' },
    ],
    ['no lines', () => `${header}\n\n`, { problem: 'rows_none' }],
    [
      'another province',
      () => [header, toLine(), toLine(1, { lng: 2.35, lat: 48.85 })].join('\n'),
      { problem: 'outside', line: 3, value: '48.85, 2.35' },
    ],
    [
      'latitude and longitude the wrong way round',
      () => [header, toLine(0, { lng: place.lat, lat: place.lng })].join('\n'),
      { line: 2 },
    ],
    [
      'another encoding',
      () => Buffer.from('Th\xf4i gian,lat,lon,technology,rsrp', 'latin1'),
      { problem: 'text', expected: 'UTF-8' },
    ],
    ['UTF-16', () => Buffer.from(`\ufeff${header}\n`, 'utf16le'), { problem: 'text' }],
    ['a quote without end', () => [header, `"${toLine()}`].join('\n'), { problem: 'text' }],
    ['one endless line', () => `${header}\n${'1'.repeat(200_000)}`, { problem: 'text' }],
  ])('is refused with %s: which line, what is wrong, what would be right', async (_, toText, params) => {
    const before = await listFiles(desk.as('carrier'), row)
    const answer = await send(toText())
    expect(answer.statusCode, answer.body).toBe(422)
    expect(answer.json()).toMatchObject({ code: 'drive_test_unfit', params })
    expect(await listFiles(desk.as('carrier'), row)).toEqual(before)
    expect(await db.query('select distinct file_id from drive_test_points')).toHaveLength(2)
  })
})
