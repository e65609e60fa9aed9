import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { mkdir } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../server/db/database.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { openDesk, type Desk } from '../assignments/desk.ts'
import {
  announce,
  append,
  docx,
  listFiles,
  sendFile,
  toHugePng,
  toPhoto,
  toZip,
  type Sending,
} from './sender.ts'

const most = 6

describeDatabases('files of an assigned village', ({ openOtherProvince }) => {
  let db: Database
  let desk: Desk
  let folder: string
  let village: { lng: number; lat: number }
  /** Of the carrier in the units of the UBND; others of the carrier; a rival's. */
  let own: number
  let limited: number
  let hostile: number
  let decided: number
  let rivals: number

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'files-'))
    db = await openOtherProvince()
    desk = await openDesk(db, {
      UPLOADS_DIR: folder,
      UPLOAD_MOST_FILES: String(most),
      UPLOAD_DOCUMENT_MB: '1',
      UPLOAD_EXPIRE_HOURS: '1',
    })
    const inside = await desk.listUnserved('inside')
    const row = (at: number, carrier_code = 'alpha-tel') => ({ village_code: inside[at]!, carrier_code })
    const ids = await desk.assign([row(0), row(1), row(2), row(3), row(4, 'beta-tel')])
    ;[own, limited, hostile, decided, rivals] = ids as [number, number, number, number, number]
    const [found] = await db.query<{ lng: number; lat: number }>(
      `select st_x(v.geom) as lng, st_y(v.geom) as lat
       from villages v
       where v.code = $1::text`,
      [inside[0]!],
    )
    village = found!
  })
  afterAll(async () => {
    await desk.app.close()
    await rm(folder, { recursive: true, force: true })
  })

  const carrier = () => desk.as('carrier')
  const countFiles = async () => {
    const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
    return names.filter((entry) => entry.isFile() && !entry.parentPath.includes('drawn')).length
  }

  describe('a photo that says where it was taken', () => {
    let photo: Buffer
    let id: string

    beforeAll(async () => {
      // A kilometre and a tenth to the north.
      photo = await toPhoto({ lng: village.lng, lat: village.lat + 0.01, at: '2024:05:06 10:00:00' })
      id = randomUUID()
      const answer = await sendFile(carrier(), {
        noun_id: own,
        bytes: photo,
        key: id,
        name: '../../Cột sóng.jpg',
      })
      expect(answer.statusCode, answer.body).toBe(204)
    })

    it('is kept byte for byte, with its time and how far from the village it was', async () => {
      const [file] = await listFiles(carrier(), own)
      expect(file).toMatchObject({
        id,
        name: 'Cột sóng.jpg',
        media_type: 'image/jpeg',
        bytes: photo.length,
        sha256: createHash('sha256').update(photo).digest('hex'),
        width_px: 640,
        origin: { taken_at: '2024-05-06T03:00:00.000Z' },
        may_withdraw: true,
      })
      expect(file!.origin!.distance_m).toBeGreaterThan(1_050)
      expect(file!.origin!.distance_m).toBeLessThan(1_150)
      for (const who of ['carrier', 'staff', 'admin'] as const) {
        const answer = await desk.as(who).get(`/api/files/${id}`)
        expect(answer.rawPayload.equals(photo), who).toBe(true)
        expect(answer.headers).toMatchObject({
          'content-type': 'image/jpeg',
          'x-content-type-options': 'nosniff',
          'content-security-policy': "default-src 'none'; sandbox",
          'content-disposition': `attachment; filename="Cot song.jpg"; filename*=UTF-8''C%E1%BB%99t%20s%C3%B3ng.jpg`,
        })
      }
    })

    it.each(['viewer', 'local'] as const)(
      'comes to %s upright and without what it says of itself',
      async (who) => {
        const [file] = await listFiles(desk.as(who), own)
        expect(file).toMatchObject({ id, origin: null, may_withdraw: false })
        for (const size of ['whole', 'small']) {
          const { rawPayload } = await desk.as(who).get(`/api/files/${id}?size=${size}`)
          const { exif, width, height } = await sharp(rawPayload).metadata()
          expect(exif).toBeUndefined()
          expect(width).toBeLessThan(height)
          expect(rawPayload.includes('MAY-ANH-RIENG')).toBe(false)
        }
      },
    )

    it('does not exist for a rival and for visitors', async () => {
      expect(await listFiles(desk.as('rival'), own)).toEqual([])
      const missing = await desk.as('rival').get(`/api/files/${randomUUID()}`)
      const toForm = (text: string) => text.replaceAll(/[0-9a-f-]{36}/g, 'ID')
      for (const address of [`/api/files/${id}`, `/api/files/${id}?size=small`, `/api/files/${id}/points`]) {
        const answer = await desk.as('rival').get(address)
        expect(answer.statusCode, address).toBe(404)
        expect(toForm(answer.body)).toBe(toForm(missing.body))
        expect((await desk.as('anonymous').get(address)).statusCode).toBe(401)
      }
      expect((await desk.as('rival').send('DELETE', `/api/files/${id}`)).statusCode).toBe(404)
      expect((await desk.as('rival').get(`/api/uploads/${id}`)).statusCode).toBe(404)
    })

    it('stands in the log with its row, and is told to whoever sees the row', async () => {
      const log = await desk.as('staff').get(`/api/audit?noun=assignments&noun_id=${own}`)
      expect(log.json()).toMatchObject({ entries: [{ action: 'attach_file', after: { file: { id } } }] })
    })

    it('is sent again without being doubled', async () => {
      const again = await announce(carrier(), { noun_id: own, bytes: photo, key: id })
      expect(again.statusCode).toBe(200)
      expect(again.headers['upload-offset']).toBe(String(photo.length))
      expect(await listFiles(carrier(), own)).toHaveLength(1)
      const other = await announce(carrier(), { noun_id: own, bytes: photo, key: id, length: 5 })
      expect(other.json()).toMatchObject({ code: 'upload_conflict', params: { field: 'key' } })
      // Somebody else's file with the same key is refused at the end, and takes nothing's place.
      const rival = await sendFile(desk.as('rival'), { noun_id: rivals, bytes: photo, key: id })
      expect(rival.json()).toMatchObject({ code: 'upload_conflict' })
      expect((await carrier().get(`/api/files/${id}`)).rawPayload.equals(photo)).toBe(true)
    })
  })

  it('goes on where it broke off, and only for whoever began it', async () => {
    const photo = await toPhoto(null)
    const key = randomUUID()
    const begun = await announce(carrier(), { noun_id: own, bytes: photo, key })
    expect(begun.statusCode).toBe(201)
    const address = String(begun.headers['location'])
    expect((await append(carrier(), address, photo.subarray(0, 5_000))).statusCode).toBe(204)
    const told = await desk.app.inject({
      method: 'HEAD',
      url: address,
      cookies: Object.fromEntries(carrier().cookies),
    })
    expect(told.headers).toMatchObject({
      'upload-offset': '5000',
      'upload-length': String(photo.length),
      'tus-resumable': '1.0.0',
      'cache-control': 'no-store',
    })
    expect((await append(carrier(), address, photo)).json()).toMatchObject({
      code: 'upload_conflict',
      params: { expected: 5_000 },
    })
    const more = Buffer.concat([photo.subarray(5_000), Buffer.from('x')])
    expect((await append(carrier(), address, more, 5_000)).json()).toMatchObject({ code: 'body_too_large' })
    for (const who of ['rival', 'staff'] as const) {
      expect((await desk.as(who).get(address)).statusCode).toBe(404)
      expect((await append(desk.as(who), address, photo.subarray(5_000), 5_000)).statusCode).toBe(404)
      expect((await desk.as(who).send('DELETE', address)).statusCode).toBe(404)
    }
    expect((await append(carrier(), address, photo.subarray(5_000), 5_000)).statusCode).toBe(204)
    expect((await carrier().get(`/api/files/${key}`)).rawPayload.equals(photo)).toBe(true)
    expect((await carrier().send('DELETE', address)).json()).toMatchObject({ code: 'upload_conflict' })
  })

  it('is stored when the offset is asked for, where the server did not live to do it', async () => {
    const photo = await toPhoto(null)
    for (const isPlaced of [false, true]) {
      const key = randomUUID()
      await announce(carrier(), { noun_id: own, bytes: photo, key })
      const incoming = join(folder, 'incoming')
      const part = (await readdir(incoming)).find((name) => name.endsWith(`${key}.part`))!
      await writeFile(join(incoming, part), photo)
      if (isPlaced) {
        const note = JSON.parse(await readFile(join(incoming, part.replace('.part', '.json')), 'utf8')) as {
          stored_as: string
        }
        const place = join(folder, 'files', note.stored_as.slice(0, 2), note.stored_as)
        await mkdir(dirname(place), { recursive: true })
        await rename(join(incoming, part), place)
      }
      const told = await carrier().get(`/api/uploads/${key}`)
      expect(told.headers['upload-offset']).toBe(String(photo.length))
      expect((await carrier().get(`/api/files/${key}`)).rawPayload.equals(photo)).toBe(true)
      expect(await readdir(incoming)).toEqual([])
    }
  })

  describe('what cannot be', () => {
    const text = (content: string) => Buffer.from(content)
    const svg = text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    const html = text('<!doctype html><script>alert(1)</script>')
    const bomb = toZip({
      '[Content_Types].xml': Buffer.from('<Types/>'),
      'word/document.xml': Buffer.alloc(20_000_000),
    })
    const macros = toZip({
      '[Content_Types].xml': Buffer.from('<Types/>'),
      'word/document.xml': Buffer.from('<w:document/>'),
      'word/vbaProject.bin': Buffer.from('x'),
    })
    const pdf = text('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

    const cases: readonly (readonly [string, Omit<Sending, 'noun_id'>, string, object])[] = [
      ['an SVG as a photo', { bytes: svg }, 'file_unfit', { problem: 'type' }],
      ['HTML as a photo', { bytes: html, name: 'ảnh.png' }, 'file_unfit', { problem: 'type' }],
      ['HTML as a document', { bytes: html, kind: 'document' }, 'file_unfit', { problem: 'type' }],
      ['a PDF as a photo', { bytes: pdf }, 'file_unfit', { problem: 'type', found: 'application/pdf' }],
      ['a program', { bytes: text('MZ\u0090'), kind: 'document', name: 'a.pdf' }, 'file_unfit', {}],
      [
        'an archive',
        { bytes: toZip({ 'a.exe': text('x') }), kind: 'document' },
        'file_unfit',
        { found: 'application/zip' },
      ],
      ['a bomb', { bytes: bomb, kind: 'document', name: 'a.docx' }, 'file_unfit', { problem: 'bomb' }],
      ['macros', { bytes: macros, kind: 'document', name: 'a.docx' }, 'file_unfit', { problem: 'macros' }],
      [
        'half an archive',
        { bytes: docx.subarray(0, 60), kind: 'document' },
        'file_unfit',
        { problem: 'damaged' },
      ],
      [
        'a gigapixel',
        { bytes: toHugePng(50_000, 50_000) },
        'file_unfit',
        { problem: 'pixels', found: '50000 × 50000' },
      ],
      ['a header and no picture', { bytes: toHugePng(100, 100) }, 'file_unfit', { problem: 'damaged' }],
      [
        'a photo as a drive test',
        { bytes: toHugePng(9, 9), kind: 'drive_test' },
        'file_unfit',
        { found: 'image/png' },
      ],
      ['nothing', { bytes: Buffer.alloc(0) }, 'file_unfit', { problem: 'empty' }],
      [
        '200 MB',
        { bytes: pdf, length: 200_000_000 },
        'file_too_large',
        { bytes: 200_000_000, most: 20_000_000 },
      ],
      ['more than is configured', { bytes: pdf, kind: 'document', length: 1_000_001 }, 'file_too_large', {}],
      ['no key', { bytes: pdf, key: '../../etc/passwd' }, 'value_invalid', { field: 'key' }],
      ['another noun', { bytes: pdf, noun: 'users' }, 'value_invalid', { field: 'noun' }],
      ['another kind', { bytes: pdf, kind: 'film' }, 'value_invalid', { field: 'kind' }],
    ]

    it.each(cases)('refuses %s and keeps nothing of it', async (_, sending, code, params) => {
      const before = await countFiles()
      const answer = await sendFile(carrier(), { ...sending, noun_id: hostile })
      expect(answer.json(), answer.body).toMatchObject({ code, params })
      expect(answer.statusCode).toBeLessThan(500)
      expect(await countFiles()).toBe(before)
      expect(await listFiles(carrier(), hostile)).toEqual([])
    })

    it('refuses a photo that breaks off', async () => {
      const photo = await toPhoto(null)
      const answer = await sendFile(carrier(), {
        noun_id: hostile,
        bytes: photo.subarray(0, photo.length / 2),
      })
      expect(answer.json()).toMatchObject({ code: 'file_unfit', params: { problem: 'damaged' } })
    })

    it('says that the disk is full, and keeps nothing', async () => {
      const photo = await toPhoto(null)
      const key = randomUUID()
      const begun = await announce(carrier(), { noun_id: hostile, bytes: photo, key })
      const incoming = join(folder, 'incoming')
      const part = join(
        incoming,
        (await readdir(incoming)).find((name) => name.endsWith(`${key}.part`))!,
      )
      // What the system answers with is real.
      await rm(part)
      await symlink('/dev/full', part)
      const answer = await append(carrier(), String(begun.headers['location']), photo)
      expect(answer.statusCode).toBe(507)
      expect(answer.json()).toMatchObject({ code: 'storage_full' })
      expect(await readdir(incoming)).toEqual([])
      expect((await carrier().get(`/api/uploads/${key}`)).statusCode).toBe(404)
    })

    it.each([
      ['..\\..\\windows\\system32\\a.pdf', 'a.pdf'],
      ['/etc/passwd', 'passwd'],
      ['....//....//x\u0000\u202egpj.pdf', 'xgpj.pdf'],
      ['..', 'tệp'],
      ['Bie\u0302n ba\u0309n.pdf', 'Biên bản.pdf'],
      [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(145)}….pdf`],
    ])('keeps the name %s as %s', async (name, kept) => {
      const key = randomUUID()
      const answer = await sendFile(carrier(), { noun_id: hostile, bytes: pdf, kind: 'document', name, key })
      expect(answer.statusCode, answer.body).toBe(204)
      expect((await listFiles(carrier(), hostile)).map((file) => file.name)).toEqual([kept])
      const sent = await carrier().get(`/api/files/${key}`)
      expect(sent.headers['content-disposition']).toMatch(
        /^attachment; filename="[\w. ()-]+\.pdf"; filename\*=UTF-8''/,
      )
      expect(sent.headers['content-type']).toBe('application/pdf')
      expect((await carrier().send('DELETE', `/api/files/${key}`)).statusCode).toBe(200)
      expect(await listFiles(carrier(), hostile)).toEqual([])
    })
  })

  it('takes so many of a row and no more, also where they come at once', async () => {
    const photo = await toPhoto(null, 64)
    const sent = await Promise.all(
      Array.from({ length: 100 }, () => sendFile(carrier(), { noun_id: limited, bytes: photo })),
    )
    expect(sent.filter(({ statusCode }) => statusCode === 204)).toHaveLength(most)
    const refused = sent.find(({ statusCode }) => statusCode !== 204)!
    expect(refused.json()).toMatchObject({ code: 'files_too_many', params: { most } })
    expect(await listFiles(carrier(), limited)).toHaveLength(most)
    expect(await readdir(join(folder, 'incoming'))).toEqual([])
  })

  it('is added by the carrier of the row and the Sở, while it is not decided', async () => {
    const bytes = Buffer.from(docx)
    const sending = (noun_id: number) => ({ noun_id, bytes, kind: 'document', name: 'biên bản.docx' })
    for (const who of ['rival', 'viewer', 'local'] as const) {
      expect((await announce(desk.as(who), sending(decided))).json()).toMatchObject({ code: 'not_allowed' })
    }
    expect((await announce(desk.as('anonymous'), sending(decided))).statusCode).toBe(401)
    expect((await announce(carrier(), sending(999_999))).json()).toMatchObject({
      code: 'assignment_not_found',
    })
    const keys = { carrier: randomUUID(), staff: randomUUID(), late: randomUUID() }
    expect((await sendFile(carrier(), { ...sending(decided), key: keys.carrier })).statusCode).toBe(204)
    expect((await sendFile(desk.as('staff'), { ...sending(decided), key: keys.staff })).statusCode).toBe(204)
    expect((await carrier().send('DELETE', `/api/files/${keys.staff}`)).json()).toMatchObject({
      code: 'file_not_withdrawable',
    })
    const begun = await announce(carrier(), { ...sending(decided), key: keys.late })
    await desk.step('carrier', decided, {
      move: 'broadcast',
      technologies: ['4g'],
      happened_on: '2024-05-06',
    })
    await desk.step('carrier', decided, { move: 'submit' })
    // The Sở looks at what was handed in: nothing is taken from under its eyes.
    expect((await carrier().send('DELETE', `/api/files/${keys.carrier}`)).json()).toMatchObject({
      code: 'file_not_withdrawable',
    })
    await desk.step('staff', decided, { move: 'accept', technologies: ['4g'] })
    expect((await announce(carrier(), sending(decided))).json()).toMatchObject({ code: 'not_allowed' })
    const late = await append(carrier(), String(begun.headers['location']), bytes)
    expect(late.json()).toMatchObject({ code: 'not_allowed' })
    expect(await listFiles(carrier(), decided)).toHaveLength(2)
  })

  it('is given up when its sender does not come back', async () => {
    const photo = await toPhoto(null)
    const key = randomUUID()
    await announce(carrier(), { noun_id: hostile, bytes: photo, key })
    const incoming = join(folder, 'incoming')
    const note = join(
      incoming,
      (await readdir(incoming)).find((name) => name.endsWith(`${key}.json`))!,
    )
    const said = JSON.parse(await readFile(note, 'utf8')) as object
    await writeFile(note, JSON.stringify({ ...said, created_at: '2024-01-01T00:00:00Z' }))
    await utimes(note, 0, 0)
    const { openApp } = await import('../../helpers/app.ts')
    const other = await openApp({ db, environment: { UPLOADS_DIR: folder, UPLOAD_EXPIRE_HOURS: '1' } })
    await expect.poll(() => readdir(incoming)).toEqual([])
    await other.app.close()
  })
})
