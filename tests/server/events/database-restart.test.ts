import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signIn, type Editor } from '../../../scripts/bench/editor.ts'
import { createAttempts } from '../../../scripts/bench/kills/attempts.ts'
import { saveUntilGone, type Refusal } from '../../../scripts/bench/kills/editors.ts'
import { findKept } from '../../../server/db/kept-records.ts'
import { judgeWrites } from '../../../scripts/bench/kills/judge-writes.ts'
import { listRecords } from '../../../scripts/bench/kills/kill-server.ts'
import { actAs, systemActor } from '../../../server/db/act-as.ts'
import { createDemoAccounts } from '../../../server/db/demo-accounts.ts'
import type { Database } from '../../../server/db/database.ts'
import { openPostgres } from '../../../server/db/postgres.ts'
import { createChangeFeed, type ChangeFeed } from '../../../server/events/change-feed.ts'
import { en } from '../../../web/i18n/en.ts'
import { vi } from '../../../web/i18n/vi.ts'
import { openApp } from '../../helpers/app.ts'
import { fillDatabase } from '../../helpers/fill-database.ts'
import { startRestartableCluster, type RestartableCluster } from '../../helpers/restartable-cluster.ts'
import { listen, type Listening } from './listening.ts'

const restarts = 3

/** What the editors save. The server's clock may tell of the day meanwhile: that belongs to others. */
const isSaved = ({ noun }: { readonly noun: string }) => noun === 'sites' || noun === 'village_services'

describe('the database restarted under people who save', () => {
  let cluster: RestartableCluster
  let db: Database
  let app: FastifyInstance
  let lines: readonly Readonly<Record<string, unknown>>[]
  let editor: Editor
  let feed: ChangeFeed
  let listening: Listening

  beforeAll(async () => {
    cluster = await startRestartableCluster()
    db = await openPostgres({ url: await cluster.createDatabase('restarted') })
    await fillDatabase(db, 'other-province')
    await createDemoAccounts(db)
    ;({ app, lines } = await openApp({ db }))
    await app.listen({ port: 0, host: '127.0.0.1' })
    editor = await signIn(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}`)
    feed = createChangeFeed(actAs(db, systemActor, null))
    await feed.start()
    listening = await listen(editor.origin, { cookie: editor.headers['cookie'] ?? '' })
  })
  afterAll(async () => {
    listening?.close()
    await feed?.stop()
    await app?.close()
    await db?.close()
    await cluster?.remove()
  })

  const requireClear = ({ status, headers, text }: Refusal) => {
    expect(status).toBe(503)
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(JSON.parse(text)).toEqual({
      code: 'database_unavailable',
      params: { reason: expect.any(String) as string },
      request_id: expect.any(String) as string,
    })
    expect(text).not.toMatch(/\n\s+at |node_modules|postgres:\/\//)
  }

  it('tells them clearly, keeps what it acknowledged, and goes on without being started again', async () => {
    const seen: number[] = []
    feed.subscribe((changes) =>
      seen.push(...changes.filter(isSaved).map((change) => (change as unknown as { id: number }).id)),
    )
    await expect.poll(listening.lastId).not.toBe('')
    const start = await findKept(db)
    const attempts = createAttempts()
    const refusals: Refusal[] = []
    let isOver = false
    const saving = saveUntilGone(editor, {
      attempts,
      records: await listRecords(db),
      editors: 8,
      onUnavailable: (refusal) => refusals.push(refusal),
      isOver: () => isOver,
    })
    const countAcknowledged = () =>
      attempts.list().filter(({ outcome }) => typeof outcome === 'object').length
    for (let restart = 1; restart <= restarts; restart++) {
      const before = countAcknowledged()
      await expect.poll(countAcknowledged, { timeout: 30_000 }).toBeGreaterThan(before + 10)
      const refused = refusals.length
      await cluster.restart(() =>
        expect.poll(() => refusals.length, { timeout: 30_000 }).toBeGreaterThan(refused + 20),
      )
    }
    const atLast = countAcknowledged()
    await expect.poll(countAcknowledged, { timeout: 30_000 }).toBeGreaterThan(atLast + 10)
    isOver = true
    await saving

    refusals.forEach(requireClear)
    const found = await findKept(db)
    const verdict = judgeWrites({ start, found, attempts: attempts.list() })
    expect(verdict).toMatchObject({ lost: [], half: [] })

    const known = new Set(start.entries.map(({ id }) => id))
    const written = found.entries.filter(({ id }) => !known.has(id))
    // Each once, whichever way the restarts fell between looking and writing.
    await expect.poll(() => seen.length, { timeout: 30_000 }).toBe(written.length)
    expect(seen.toSorted((a, b) => a - b)).toEqual(written.map(({ id }) => id))

    const touched = new Set(written.map(({ noun, noun_id }) => `${noun} ${noun_id}`))
    const toHeard = () =>
      new Set(
        listening.events
          .filter(isSaved)
          .flatMap(({ noun, ids }) =>
            ids.length === 0 ? [`all of ${noun}`] : ids.map((id) => `${noun} ${id}`),
          ),
      )
    await expect.poll(toHeard, { timeout: 30_000 }).toEqual(touched)
    expect(listening.isEnded()).toBe(false)
  }, 120_000)

  it('was no fault of the program: nothing but refusals stands in the log', () => {
    expect(lines.filter(({ msg }) => msg === 'failed')).toEqual([])
  })

  it('tells of the next change once', async () => {
    const countHeard = () => listening.events.filter(isSaved).length
    const before = countHeard()
    const attempts = createAttempts()
    const count = () => attempts.list().filter(({ outcome }) => typeof outcome === 'object').length
    await saveUntilGone(editor, {
      attempts,
      records: await listRecords(db),
      editors: 1,
      isOver: () => count() > 0,
    })
    await expect.poll(countHeard).toBe(before + 1)
    expect((await fetch(`${editor.origin}/api/ready`)).status).toBe(200)
  })

  it('is told of in the same way wherever it is asked', async () => {
    const paths = [
      '/api/session',
      '/api/villages/1',
      '/api/sites/1',
      '/api/layers/villages.geojson?as_of=2024-01-01',
      '/api/search?q=L',
      '/api/events/since?since=0',
      '/api/audit',
      '/api/ready',
    ]
    const ask = (path: string, headers: Readonly<Record<string, string>>) =>
      fetch(editor.origin + path, { headers })
    const answered: string[] = []
    await cluster.restart(async () => {
      for (const [who, headers] of [
        ['staff', editor.headers],
        ['visitor', {}],
      ] as const) {
        for (const path of paths) {
          const answer = await ask(path, headers)
          const text = await answer.text()
          if (answer.status === 503) requireClear({ status: 503, headers: answer.headers, text })
          else answered.push(`${who} ${path} ${answer.status}`)
        }
      }
    })
    // For these no database is asked.
    expect(answered).toEqual(['visitor /api/events/since?since=0 200', 'visitor /api/audit 401'])
    for (const path of paths)
      await expect.poll(async () => (await ask(path, editor.headers)).status).toBe(200)
  })

  it('has a word for it in both languages', () => {
    for (const texts of [vi, en]) expect(texts.errors.database_unavailable).toMatch(/\w/)
  })
})
