import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anonymous, type Actor } from '../../../core/permissions.ts'
import { actAs } from '../../../server/db/act-as.ts'
import type { Database } from '../../../server/db/database.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { openDesk, usernames, type Desk } from '../assignments/desk.ts'
import { sendFile, toPhoto } from './sender.ts'

/** Statements that no request makes: what somebody could do who got them to the database in the name of a role. */
describeDatabases('an attacker of files', ({ openOtherProvince }) => {
  let db: Database
  let desk: Desk
  let folder: string
  let own: number
  let rivals: number
  const ownFile = randomUUID()
  const rivalFile = randomUUID()
  const actors = new Map<string, Actor>()

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'attacks-'))
    db = await openOtherProvince()
    desk = await openDesk(db, { UPLOADS_DIR: folder })
    const inside = await desk.listUnserved('inside')
    const outside = await desk.listUnserved('outside')
    ;[own, rivals] = (await desk.assign([
      { village_code: inside[0]! },
      { village_code: outside[0]!, carrier_code: 'beta-tel' },
    ])) as [number, number]
    const bytes = await toPhoto({ lng: 1, lat: 2, at: '2024:05:06 10:00:00' })
    for (const [who, noun_id, key] of [
      ['carrier', own, ownFile],
      ['rival', rivals, rivalFile],
    ] as const) {
      expect((await sendFile(desk.as(who), { noun_id, bytes, key })).statusCode).toBe(204)
    }
    const users = await db.query<{ id: number; username: string; role: Actor['role']; carrier_code: string }>(
      'select id, username, role, carrier_code from users',
    )
    const units = await db.query<{ code: string }>('select code from user_units')
    for (const { id, ...user } of users) {
      const of =
        user.role === 'local' ? units.map(({ code }) => ({ unit_set: 'district' as const, code })) : []
      actors.set(user.username, { ...anonymous, ...user, user_id: id, units: of })
    }
  })
  afterAll(async () => {
    await desk.app.close()
    await rm(folder, { recursive: true, force: true })
  })

  const actorOf = (who: keyof typeof usernames) => actors.get(usernames[who])!

  /** Rows, or how it was refused; whatever it did is taken back. */
  async function attempt(actor: Actor, sql: string): Promise<unknown> {
    const undo = new Error('undo')
    let answer: unknown
    await actAs(db, actor, 'count')
      .transaction(async (client) => {
        answer = await client.query(sql)
        throw undo
      })
      .catch((error: unknown) => {
        if (error !== undo) answer = String(error)
      })
    return answer
  }

  const refused = /permission denied|row-level security|withdrawn once/
  const toInsert = (actor: Actor, changes: Readonly<Record<string, string | number>> = {}) => {
    const file = {
      id: randomUUID(),
      noun: 'assignments',
      noun_id: own,
      carrier_code: 'alpha-tel',
      kind: 'document',
      name: 'x',
      media_type: 'application/pdf',
      bytes: 1,
      sha256: '0'.repeat(64),
      stored_as: randomUUID(),
      uploader_id: actor.user_id!,
      uploader_role: actor.role,
      ...changes,
    }
    const values = Object.values(file).map((value) => `'${value}'`)
    return `insert into stored_files (${Object.keys(file).join(', ')}) values (${values.join(', ')}) returning id`
  }

  it('reads nothing of a rival', async () => {
    for (const who of ['carrier', 'local'] as const) {
      for (const sql of [
        `select id from stored_files where noun_id = ${rivals}`,
        `select file_id from photo_origins where file_id = '${rivalFile}'`,
        `select file_id from drive_test_points where file_id = '${rivalFile}'`,
        `update stored_files set withdrawn_at = now(), withdrawn_by = app_user_id() where id = '${rivalFile}' returning id`,
      ]) {
        expect(await attempt(actorOf(who), sql), sql).toEqual([])
      }
    }
    for (const sql of ['select id from stored_files', 'select file_id from photo_origins']) {
      expect(await attempt(anonymous, sql), sql).toEqual([])
    }
  })

  it('learns from no photo where it was taken unless it is its carrier or the Sở', async () => {
    const sql = `select file_id from photo_origins where file_id = '${ownFile}'`
    for (const who of ['viewer', 'local', 'rival'] as const)
      expect(await attempt(actorOf(who), sql)).toEqual([])
    for (const who of ['carrier', 'staff', 'admin'] as const)
      expect(await attempt(actorOf(who), sql)).toHaveLength(1)
  })

  it('adds to no row that is not its own to add to, and signs for nobody else', async () => {
    const carrier = actorOf('carrier')
    expect(await attempt(carrier, toInsert(carrier))).toHaveLength(1)
    for (const changes of [
      { noun_id: rivals, carrier_code: 'beta-tel' },
      { noun_id: rivals },
      { carrier_code: 'beta-tel' },
      { uploader_id: actorOf('rival').user_id! },
      { uploader_role: 'staff' },
      { noun: 'users' },
    ]) {
      expect(await attempt(carrier, toInsert(carrier, changes)), JSON.stringify(changes)).toMatch(refused)
    }
    for (const who of ['viewer', 'local', 'rival'] as const) {
      expect(await attempt(actorOf(who), toInsert(actorOf(who))), who).toMatch(refused)
    }
    const point = `insert into drive_test_points (file_id, line, measured_at, lng, lat, technology, rsrp_dbm) values ('${rivalFile}', 1, now(), 1, 1, '4g', -90) returning line`
    expect(await attempt(carrier, point)).toMatch(refused)
    const origin = `insert into photo_origins (file_id) values ('${rivalFile}') returning file_id`
    expect(await attempt(carrier, origin)).toMatch(refused)
  })

  it.each(['carrier', 'staff', 'admin'] as const)(
    'neither rewrites nor removes a file as %s',
    async (who) => {
      for (const sql of [
        `update stored_files set name = 'x' returning id`,
        `update stored_files set noun_id = ${rivals} returning id`,
        `update stored_files set stored_as = gen_random_uuid() returning id`,
        `delete from stored_files returning id`,
        `delete from photo_origins returning file_id`,
        `update photo_origins set distance_m = 0 returning file_id`,
        `update drive_test_points set rsrp_dbm = -50 returning line`,
      ]) {
        expect(await attempt(actorOf(who), sql), sql).toMatch('permission denied')
      }
      const withdraw = `update stored_files set withdrawn_at = now(), withdrawn_by = app_user_id() where id = '${ownFile}' returning id`
      expect(await attempt(actorOf(who), withdraw)).toHaveLength(1)
      const forAnother = withdraw.replace('app_user_id()', String(actorOf('rival').user_id))
      expect(await attempt(actorOf(who), forAnother)).toMatch(refused)
    },
  )
})
