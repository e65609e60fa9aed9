import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Challenge } from '../../../core/api/challenges.ts'
import type { DuePaper } from '../../../core/api/due-papers.ts'
import type { FileNoun, StoredFile } from '../../../core/api/files.ts'
import { anonymous, type Actor } from '../../../core/permissions.ts'
import { actAs } from '../../../server/db/act-as.ts'
import type { Database } from '../../../server/db/database.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { openDesk, usernames, type Desk, type Who } from '../assignments/desk.ts'
import { docx, sendFile, toPhoto } from './sender.ts'

describeDatabases('files of papers, challenges and acts', ({ openOtherProvince }) => {
  let db: Database
  let desk: Desk
  let folder: string
  let villages: readonly number[]

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'other-rows-'))
    db = await openOtherProvince()
    desk = await openDesk(db, { UPLOADS_DIR: folder })
    const found = await db.query<{ id: number }>(
      'select id from villages where code = any ($1::text[]) order by id',
      [await desk.listUnserved('inside')],
    )
    villages = found.map(({ id }) => id)
  })
  afterAll(async () => {
    await desk.app.close()
    await rm(folder, { recursive: true, force: true })
  })

  const post = async <T>(who: Who, path: string, body: object, version?: number): Promise<T> => {
    const headers = version === undefined ? {} : { 'if-match': `"${version}"` }
    const answer = await desk.as(who).send('POST', path, body, headers)
    expect(answer.statusCode, answer.body).toBe(200)
    return answer.json<T>()
  }
  const list = (who: Who, noun: FileNoun, id: number) =>
    desk.as(who).get(`/api/files?noun=${noun}&noun_id=${id}`)
  const listIds = async (who: Who, noun: FileNoun, id: number) => {
    const answer = await list(who, noun, id)
    expect(answer.statusCode, answer.body).toBe(200)
    return answer.json<{ files: StoredFile[] }>().files.map((file) => file.id)
  }
  const attach = async (who: Who, noun: FileNoun, noun_id: number, bytes: Buffer, kind = 'document') => {
    const key = randomUUID()
    const answer = await sendFile(desk.as(who), { noun, noun_id, bytes, kind, key, name: `${kind}.x` })
    return { key, status: answer.statusCode }
  }
  const attached = async (...args: Parameters<typeof attach>) => {
    const { key, status } = await attach(...args)
    expect(status).toBe(204)
    return key
  }
  const download = async (who: Who, key: string) => (await desk.as(who).get(`/api/files/${key}`)).statusCode

  const movePaper = async (who: Who, { duty_code, ower_code, year, version }: DuePaper, step: object) =>
    (
      await post<{ paper: DuePaper }>(
        who,
        '/api/due-papers/moves',
        { duty_code, ower_code, year, ...step },
        version,
      )
    ).paper
  const findPaper = async (who: Who, code: string) =>
    (await desk.as(who).get('/api/due-papers'))
      .json<{ papers: DuePaper[] }>()
      .papers.find((paper) => paper.ower_code === code)!

  it('come with a paper that was handed in, to whoever owes it, planners and the Sở, until it is accepted', async () => {
    const paper = await movePaper('carrier', await findPaper('carrier', 'alpha-tel'), {
      move: 'hand_in',
      sent_on: '2022-03-30',
    })
    const key = await attached('carrier', 'due_papers', paper.id!, docx)
    for (const who of ['carrier', 'viewer', 'staff', 'admin'] as const) {
      expect(await listIds(who, 'due_papers', paper.id!)).toEqual([key])
      expect(await download(who, key)).toBe(200)
    }
    for (const who of ['rival', 'local'] as const) {
      expect((await list(who, 'due_papers', paper.id!)).json()).toMatchObject({ code: 'paper_not_owed' })
      expect(await download(who, key)).toBe(404)
      expect((await attach(who, 'due_papers', paper.id!, docx)).status).toBe(404)
    }
    expect((await attach('viewer', 'due_papers', paper.id!, docx)).status).toBe(403)
    await movePaper('staff', await findPaper('staff', 'alpha-tel'), { move: 'accept' })
    expect((await attach('carrier', 'due_papers', paper.id!, docx)).status).toBe(403)
    expect((await desk.as('carrier').send('DELETE', `/api/files/${key}`)).statusCode).toBe(409)
    expect(await listIds('carrier', 'due_papers', paper.id!)).toEqual([key])
  })

  it('are those of an UBND of its own paper, and it takes them back until then', async () => {
    const [unit] = await db.query<{ code: string }>('select code from user_units')
    const paper = await movePaper('local', await findPaper('local', unit!.code), {
      move: 'hand_in',
      sent_on: '2022-04-30',
    })
    const key = await attached('local', 'due_papers', paper.id!, docx)
    expect(await download('carrier', key)).toBe(404)
    expect((await desk.as('local').send('DELETE', `/api/files/${key}`)).statusCode).toBe(200)
    expect(await listIds('staff', 'due_papers', paper.id!)).toEqual([])
  })

  const fileChallenge = async (who: Who, village_id: number) =>
    (
      await post<{ challenge: Challenge }>(who, '/api/challenges', {
        village_id,
        carrier_code: 'alpha-tel',
        service: '4g',
        observed_state: 'not_covered',
        observed_on: '2024-05-06',
        text: 'Cả bản không có sóng',
      })
    ).challenge
  const moveChallenge = async (who: Who, id: number, step: object) => {
    const seen = (await desk.as('staff').get(`/api/challenges/${id}`)).json<{ challenge: Challenge }>()
    return post(who, `/api/challenges/${id}/moves`, step, seen.challenge.version)
  }

  it('of whoever reported reach the Sở and nobody else; those of the carrier whoever sees the challenge', async () => {
    const { id } = await fileChallenge('viewer', villages[0]!)
    const photo = await toPhoto({ lng: 1, lat: 2, at: '2024:05:06 10:00:00' })
    const reported = await attached('viewer', 'challenges', id, photo, 'photo')
    expect((await list('carrier', 'challenges', id)).json()).toMatchObject({ code: 'challenge_not_found' })
    expect((await attach('local', 'challenges', id, docx)).status).toBe(403)

    await moveChallenge('staff', id, { move: 'route' })
    const answered = await attached('carrier', 'challenges', id, docx)
    expect(await listIds('carrier', 'challenges', id)).toEqual([answered])
    expect(await listIds('local', 'challenges', id)).toEqual([answered])
    for (const who of ['viewer', 'staff'] as const)
      expect(new Set(await listIds(who, 'challenges', id))).toEqual(new Set([reported, answered]))
    for (const who of ['carrier', 'local', 'rival'] as const) expect(await download(who, reported)).toBe(404)
    expect(await download('rival', answered)).toBe(404)

    await moveChallenge('carrier', id, { move: 'answer', answer: 'contest', text: 'Đã đo' })
    expect((await attach('viewer', 'challenges', id, docx)).status).toBe(403)
    await moveChallenge('staff', id, { move: 'dismiss', reason: 'x' })
    for (const who of ['carrier', 'staff'] as const)
      expect((await attach(who, 'challenges', id, docx)).status).toBe(403)
  })

  it('of an act are brought by the Sở and read by every account', async () => {
    const [act] = (await desk.as('anonymous').get('/api/legal-acts')).json<{ acts: { id: number }[] }>().acts
    for (const who of ['carrier', 'local', 'viewer'] as const)
      expect((await attach(who, 'legal_acts', act!.id, docx)).status).toBe(403)
    const key = await attached('staff', 'legal_acts', act!.id, docx)
    for (const who of ['carrier', 'rival', 'local', 'viewer', 'staff'] as const) {
      expect(await listIds(who, 'legal_acts', act!.id)).toEqual([key])
      expect(await download(who, key)).toBe(200)
    }
    expect((await list('anonymous', 'legal_acts', act!.id)).statusCode).toBe(401)
    expect((await list('staff', 'legal_acts', 9999)).json()).toMatchObject({ code: 'act_not_found' })
    expect((await desk.as('carrier').send('DELETE', `/api/files/${key}`)).statusCode).toBe(409)
    expect((await desk.as('staff').send('DELETE', `/api/files/${key}`)).statusCode).toBe(200)
  })

  it('tell no attacker in the database who reported, and let nobody sign for another', async () => {
    const { id } = await fileChallenge('viewer', villages[1]!)
    const key = await attached('viewer', 'challenges', id, docx)
    await moveChallenge('staff', id, { move: 'route' })
    const users = await db.query<{ id: number; username: string; role: Actor['role']; carrier_code: string }>(
      'select id, username, role, carrier_code from users',
    )
    const units = await db.query<{ code: string }>('select code from user_units')
    const attempt = async (who: Exclude<Who, 'anonymous'>, sql: string): Promise<unknown> => {
      const user = users.find(({ username }) => username === usernames[who])!
      const of =
        user.role === 'local' ? units.map(({ code }) => ({ unit_set: 'district' as const, code })) : []
      const actor = { ...anonymous, ...user, user_id: user.id, units: of }
      return actAs(db, actor, 'count')
        .transaction((client) => client.query(sql))
        .catch(String)
    }
    for (const who of ['carrier', 'rival', 'local'] as const) {
      for (const sql of [
        `select id from stored_files where id = '${key}'`,
        `select id from audit_log where noun = 'challenges' and noun_id = '${id}' and action = 'attach_file'`,
        `update stored_files set withdrawn_at = now(), withdrawn_by = app_user_id() where id = '${key}' returning id`,
      ]) {
        expect(await attempt(who, sql), `${who}: ${sql}`).toEqual([])
      }
      const forged = `
        insert into audit_log (actor, actor_id, action, noun, noun_id, after)
        select 'staff', ${users.find(({ role }) => role === 'staff')!.id}, 'attach_file', 'challenges', '${id}', '{}'
        returning id`
      expect(await attempt(who, forged)).toMatch(/row-level security/)
      const foreign = `
        insert into stored_files (
          id, noun, noun_id, carrier_code, kind, name, media_type, bytes, sha256, stored_as, uploader_id, uploader_role
        )
        select '${randomUUID()}', 'challenges', ${id}, 'beta-tel', 'document', 'x', 'application/pdf', 1,
          '${'0'.repeat(64)}', '${randomUUID()}', app_user_id(), app_role()
        returning id`
      expect(await attempt(who, foreign)).toMatch(/row-level security/)
    }
  })
})
