import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { SiteSnapshot } from '../../../core/inventory/site-snapshot.ts'
import type { Attempt } from '../../../scripts/bench/kills/attempts.ts'
import type { Kept } from '../../../server/db/kept-records.ts'
import { judgeWrites, type Verdict } from '../../../scripts/bench/kills/judge-writes.ts'
import { killServer, type KilledServer } from '../../../scripts/bench/kills/kill-server.ts'
import { onPostgres } from '../../../scripts/bench/server-process.ts'
import { createDemoAccounts } from '../../../server/db/demo-accounts.ts'
import { openEmbedded } from '../../../server/db/embedded.ts'
import { openPostgres } from '../../../server/db/postgres.ts'
import { createEmbeddedCopy } from '../../helpers/embedded-copies.ts'
import { findFreePort } from '../../helpers/free-port.ts'
import { createPostgresCopy } from '../../helpers/postgres-copies.ts'

const kills = 2

describe('a server that is killed in the middle of writes', () => {
  const removals: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const remove of removals.splice(0)) await remove()
  })

  const onEmbedded = async (): Promise<Omit<KilledServer, 'port'>> => {
    const folder = await mkdtemp(join(tmpdir(), 'killed-'))
    removals.push(() => rm(folder, { recursive: true, force: true }))
    await mkdir(join(folder, 'var'))
    await rename(await createEmbeddedCopy('other-province'), join(folder, 'var', 'db'))
    return {
      environment: { DATA_DIR: join(folder, 'var') },
      withDatabase: async (work) => {
        const db = await openEmbedded({ dataDir: join(folder, 'var', 'db') })
        return work(db).finally(() => db.close())
      },
    }
  }
  const onRealPostgres = async (): Promise<Omit<KilledServer, 'port'>> => {
    const { url, drop } = await createPostgresCopy('other-province')
    removals.push(drop)
    const withDatabase: KilledServer['withDatabase'] = async (work) => {
      const db = await openPostgres({ url })
      return work(db).finally(() => db.close())
    }
    await withDatabase(createDemoAccounts)
    return { environment: onPostgres(url), withDatabase }
  }

  it.each([
    ['embedded', onEmbedded],
    ['postgres', onRealPostgres],
  ] as const)(
    'has kept all that it acknowledged, and nothing by half (%s)',
    async (_, prepare) => {
      const verdicts: Verdict[] = []
      const killed = { ...(await prepare()), port: await findFreePort() }
      const verdict = await killServer(killed, {
        times: kills,
        onVerdict: (_kill, found) => verdicts.push(found),
      })
      expect(verdict).toMatchObject({ lost: [], half: [] })
      // Otherwise nothing was proved: there were writes between all kills, and some of them got no answer.
      expect(verdicts).toHaveLength(kills)
      expect(verdicts[0]!.acknowledged).toBeGreaterThan(0)
      expect(verdicts[1]!.acknowledged).toBeGreaterThan(verdicts[0]!.acknowledged)
    },
    300_000,
  )
})

describe('what was found after a kill', () => {
  const site = {
    id: 7,
    code: 'A',
    lng: 12,
    lat: 40,
    note: null,
    stations: [{ id: 3, certificate_no: null, note: null }],
  } as unknown as SiteSnapshot
  const moved = {
    ...site,
    lng: 12.1,
    note: 'm1',
    stations: [{ id: 3, certificate_no: 'm1', note: null }],
  } as unknown as SiteSnapshot
  const created = { ...moved, id: 8, code: 'B', note: 'm2', stations: [{ id: 4, certificate_no: 'm2' }] }
  const toRecord = (value: object) => value as Readonly<Record<string, unknown>>

  const start: Kept = {
    sites: [{ id: 7, version: 4, site }],
    statements: [{ id: 20, village_id: 1, note: null }],
    entries: [{ id: 100, noun: 'sites', noun_id: '7', before: null, after: toRecord(site) }],
  }
  const entries = {
    move: { id: 101, noun: 'sites', noun_id: '7', before: toRecord(site), after: toRecord(moved) },
    creation: { id: 103, noun: 'sites', noun_id: '8', before: null, after: toRecord(created) },
    statement: {
      id: 104,
      noun: 'village_services',
      noun_id: '21',
      before: null,
      after: { village_id: 1, note: 'm3' },
    },
  }
  const rows = {
    moved: { id: 7, version: 5, site: moved },
    created: { id: 8, version: 1, site: created as unknown as SiteSnapshot },
    statement: { id: 21, village_id: 1, note: 'm3' },
  }
  const found: Kept = {
    sites: [rows.moved, rows.created],
    statements: [...start.statements, rows.statement],
    entries: [...start.entries, entries.move, entries.creation, entries.statement],
  }
  const place = { noun: 'sites', lng: 12.1, lat: 40 } as const
  const attempts: readonly Attempt[] = [
    { ...place, marker: 'm1', outcome: { id: 7, entry_id: 101, version: 5 } },
    { ...place, marker: 'm2', outcome: 'unanswered' },
    {
      noun: 'village_services',
      village_id: 1,
      marker: 'm3',
      outcome: { id: 21, entry_id: 104, version: null },
    },
    { ...place, marker: 'm4', outcome: 'unanswered' },
    { ...place, marker: 'm5', outcome: 'refused' },
  ]
  const without = (...ids: readonly number[]) => found.entries.filter(({ id }) => !ids.includes(id))

  it('is told apart: acknowledged, unanswered and whole, unanswered and absent, refused', () => {
    expect(judgeWrites({ start, found, attempts })).toEqual({
      acknowledged: 2,
      refused: 1,
      unansweredWhole: 1,
      unansweredAbsent: 1,
      lost: [],
      half: [],
    })
  })

  it.each<[string, Kept]>([
    ['a move and its entry', { ...found, sites: [...start.sites, rows.created], entries: without(101) }],
    [
      'an entry under its number',
      { ...found, entries: [...without(101), { ...entries.move, id: 102 }].sort((a, b) => a.id - b.id) },
    ],
    [
      'what the entry of a move says',
      {
        ...found,
        sites: [{ ...rows.moved, site: { ...moved, lng: 12.2 } }, rows.created],
        entries: [...without(101), { ...entries.move, after: toRecord({ ...moved, lng: 12.2 }) }].sort(
          (a, b) => a.id - b.id,
        ),
      },
    ],
    ['a statement and its entry', { ...found, statements: start.statements, entries: without(104) }],
  ])('is lost where %s that was acknowledged is missing', (_, damaged) => {
    expect(judgeWrites({ start, found: damaged, attempts }).lost).not.toEqual([])
  })

  it.each<[string, Kept]>([
    ['a row without its entry', { ...found, entries: without(103) }],
    ['an entry without its row', { ...found, sites: [rows.moved] }],
    [
      'a version that does not count its entries',
      { ...found, sites: [{ ...rows.moved, version: 4 }, rows.created] },
    ],
    [
      'a position that only the entry has',
      { ...found, sites: [{ ...rows.moved, site: { ...moved, lng: 12 } }, rows.created] },
    ],
    [
      'a station without its private part',
      { ...found, sites: [{ ...rows.moved, site: { ...moved, stations: site.stations } }, rows.created] },
    ],
    [
      'a site without its stations',
      { ...found, sites: [rows.moved, { ...rows.created, site: { ...rows.created.site, stations: [] } }] },
    ],
    [
      'an entry that begins where nothing ended',
      { ...found, entries: [...start.entries, { ...entries.move, before: null }, ...without(100, 101)] },
    ],
    ['an entry twice', { ...found, entries: [...found.entries, { ...entries.statement, id: 105 }] }],
    ['a statement without its entry', { ...found, entries: without(104) }],
    ['an entry without its statement', { ...found, statements: start.statements }],
    ['a statement of before that is gone', { ...found, statements: [rows.statement] }],
  ])('is half there where there is %s', (_, damaged) => {
    expect(judgeWrites({ start, found: damaged, attempts }).half).not.toEqual([])
  })

  it('is half there where what was refused is written', () => {
    const refused = attempts.map((attempt) => ({ ...attempt, outcome: 'refused' as const }))
    expect(judgeWrites({ start, found, attempts: refused }).half).toHaveLength(3)
  })
})
