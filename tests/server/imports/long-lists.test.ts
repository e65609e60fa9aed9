import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { ImportStep } from '../../../core/import/states.ts'
import type { Actor } from '../../../core/permissions.ts'
import { actAs } from '../../../server/db/act-as.ts'
import type { Database } from '../../../server/db/database.ts'
import { findImport, insertImport } from '../../../server/db/imports/imports.ts'
import { applyImport, checkImport, type ImportDesk } from '../../../server/import/import-desk.ts'
import { storeImport } from '../../../server/import/import-folder.ts'
import { createImportJobs } from '../../../server/import/import-jobs.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { openEditing } from '../sites/editing.ts'

const rows = 2_500
const list = [
  'Mã trạm;Tên trạm;Vĩ độ;Kinh độ;Công nghệ;Nguồn điện',
  ...Array.from({ length: rows }, (_, n) => {
    const [lng, lat] = [12.05 + (n % 50) * 0.001, 40.05 + Math.floor(n / 50) * 0.001]
    return `DAI-${n};Dài ${n};${lat.toFixed(4)};${lng.toFixed(4)};4G;điện lưới`
  }),
].join('\n')

describeDatabases('a long list', ({ openDatabase }) => {
  let db: Database
  let close: () => Promise<void>
  let folder: string
  let actor: Actor
  let desk: ImportDesk
  let id: number

  beforeAll(async () => {
    db = await openDatabase()
    const { app } = await openEditing(db)
    close = async () => app.close()
    folder = await mkdtemp(join(tmpdir(), 'long-lists-'))
    const [staff] = await db.query<{ id: number; username: string }>(
      `select id, username from users where role = 'staff' order by id limit 1`,
    )
    actor = { role: 'staff', user_id: staff!.id, username: staff!.username, carrier_code: null, units: [] }
  })
  afterAll(async () => {
    await close()
    await rm(folder, { recursive: true, force: true })
  })

  beforeEach(async () => {
    desk = {
      as: (of) => actAs(db, of, null),
      jobs: createImportJobs(),
      uploadsDir: folder,
      report: (error) => {
        throw error
      },
    }
    const stored = await storeImport(folder, Readable.from([Buffer.from(list)]))
    id = await desk.as(actor).transaction((client) =>
      insertImport(client, {
        ...stored,
        noun: 'sites',
        sender: 'alpha',
        file_name: 'dài.csv',
        carrier_code: null,
        created_by: actor.user_id,
      }),
    )
  })

  const find = () => desk.as(actor).transaction((client) => findImport(client, id, { side: 'staff' }))
  const countRows = async (table: string) => (await db.query(`select 1 as one from ${table}`)).length

  /** Looks whenever the server has a turn for others. */
  const watch = async (work: Promise<unknown>, look: () => void) => {
    let isOver = false
    const ended = work.finally(() => (isOver = true))
    ended.catch(() => undefined)
    while (!isOver) {
      look()
      await setImmediate()
    }
    await ended
  }
  const watchSteps = async (work: Promise<unknown>) => {
    const seen = new Map<ImportStep, Set<number>>()
    await watch(work, () => {
      const progress = desk.jobs.find(id)
      if (progress === null) return
      const { step, done } = progress
      seen.set(step, (seen.get(step) ?? new Set()).add(done))
    })
    return (step: ImportStep) => [...(seen.get(step) ?? [])]
  }
  const cancelDuring = (step: ImportStep, work: Promise<unknown>) =>
    watch(work, () => {
      const progress = desk.jobs.find(id)
      if (progress?.step === step && progress.done >= rows / 2) void desk.jobs.cancel(id)
    })
  const apply = async () => {
    const { version } = (await find())!
    return applyImport(desk, { id, version, actor, request_id: 'long' })
  }

  it('leaves others their turn while it is compared and written, and says how far it is', async () => {
    const checking = await watchSteps(checkImport(desk, actor, id))
    // At least once for every 200 rows.
    expect(checking('comparing').length).toBeGreaterThanOrEqual(rows / 200)
    expect(checking('understanding').length).toBeGreaterThanOrEqual(rows / 400)
    expect((await find())?.check?.counts).toMatchObject({ new: rows })
    const before = await countRows('sites')
    const writing = await watchSteps(apply())
    expect(writing('writing').length).toBeGreaterThanOrEqual(rows / 200)
    expect((await countRows('sites')) - before).toBe(rows)
  })

  it('of which the comparison is cancelled keeps nothing of it', async () => {
    const kept = await countRows('import_rows')
    await cancelDuring('comparing', checkImport(desk, actor, id))
    expect(await find()).toMatchObject({ state: 'reading', check: null })
    expect(await countRows('import_rows')).toBe(kept)
  })

  it('of which the writing is cancelled has written nothing, and can be applied again', async () => {
    await checkImport(desk, actor, id)
    const [sites, stations, entries] = await Promise.all(['sites', 'stations', 'audit_log'].map(countRows))
    await expect(cancelDuring('writing', apply())).rejects.toMatchObject({
      code: 'import_not_open',
      params: { state: 'cancelled' },
    })
    expect(await Promise.all(['sites', 'stations', 'audit_log'].map(countRows))).toEqual([
      sites,
      stations,
      entries,
    ])
    expect(await find()).toMatchObject({ state: 'checked' })
    await apply()
    expect(await find()).toMatchObject({ state: 'applied' })
  })
})
