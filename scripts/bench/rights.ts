/** What do rights cost a reader? The layer of sites through the views that guard it, against the same query over the tables. */
import { toVietnamDate } from '../../core/dates.ts'
import type { BBox } from '../../core/geo.ts'
import { anonymous, type Actor, type PublicSites } from '../../core/permissions.ts'
import { actAs } from '../../server/db/act-as.ts'
import type { Database } from '../../server/db/database.ts'
import {
  createBareViews,
  createManySites,
  toSiteQuestion,
  type SiteQuestionText,
} from '../../server/db/rights-questions.ts'
import { formatSpread, interleave, toRatios, toSpread } from './ratio.ts'
import type { Measurement, Section } from './report.ts'

export interface RightsOptions {
  /** An empty database of each kind, one after the other, with every migration applied. */
  readonly openers: readonly (() => Promise<Database>)[]
  readonly rounds: number
}

const province: BBox = [102.1, 20.9, 103.6, 22.5]
/** About a hundredth of the province. */
const corner: BBox = [103, 21.3, 103.15, 21.46]
const sizes = [1_000, 100_000] as const
const most = 1.5

interface Reader {
  readonly name: string
  readonly actor: Actor
  readonly mode: PublicSites
}

const carrier: Actor = { ...anonymous, role: 'carrier', carrier_code: 'a' }

const readers: readonly Reader[] = [
  { name: 'staff', actor: { ...anonymous, role: 'staff' }, mode: 'count' },
  { name: 'viewer', actor: { ...anonymous, role: 'viewer' }, mode: 'count' },
  { name: 'visitor', actor: anonymous, mode: 'full' },
  { name: 'visitor, cells', actor: anonymous, mode: 'generalised' },
  { name: 'carrier', actor: carrier, mode: 'full' },
  { name: 'carrier, cells', actor: carrier, mode: 'generalised' },
]

export async function measureRights({ openers, rounds }: RightsOptions): Promise<Section> {
  const rows: Measurement[] = []
  for (const size of sizes) {
    for (const open of openers) {
      const db = await open()
      try {
        await createManySites(db, size, province)
        await createBareViews(db)
        await db.run('analyze')
        rows.push(...(await measureSize(db, size, rounds)))
      } finally {
        await db.close()
      }
    }
  }
  return {
    title: 'Reading sites with rights',
    how:
      `The layer \`sites\` as rows, ${rounds} interleaved rounds. With rights: in the reader's transaction, through the views. ` +
      'Without: the same text over the bare tables as their owner, once in a transaction with as many statements (the ratio that ' +
      'counts: what rights cost) and once as a lone statement (in brackets: with the transaction that every request needs). ' +
      'Box: a hundredth of the province.',
    rows,
  }
}

async function measureSize(db: Database, size: number, rounds: number): Promise<Measurement[]> {
  const today = toVietnamDate(new Date())
  const measured: Measurement[] = []
  for (const [part, bbox] of [
    ['whole layer', null],
    ['box', corner],
  ] as const) {
    const question = toSiteQuestion(today, bbox)
    // A short question is asked several times, so that the clock's grain and a stray pause weigh little.
    const repeats = bbox === null ? Math.max(1, 10_000 / size) : 20
    for (const reader of readers) {
      const what = `${db.driver}, ${size.toLocaleString('en')} sites, ${part}, ${reader.name}`
      measured.push(await measureReader(db, question, { reader, repeats, rounds, what }))
    }
  }
  return measured
}

interface Run {
  readonly reader: Reader
  readonly repeats: number
  readonly rounds: number
  readonly what: string
}

async function measureReader(
  db: Database,
  { guarded, bare, values }: SiteQuestionText,
  { reader, repeats, rounds, what }: Run,
): Promise<Measurement> {
  const time = (ask: () => Promise<unknown>) => async () => {
    const started = performance.now()
    for (let repeat = 0; repeat < repeats; repeat++) await ask()
    return (performance.now() - started) / repeats
  }
  const client = actAs(db, reader.actor, reader.mode)
  const inTransaction = () =>
    db.transaction(
      async (owner) => {
        await owner.query(`select set_config('app.today', '', true) as today`)
        return owner.query(bare, values)
      },
      // Its plans are kept as those of a reader are.
      { planned: 'bare' },
    )
  const times = await interleave(
    {
      lone: time(() => db.query(bare, values)),
      without: time(inTransaction),
      with: time(() => client.query(guarded, values)),
    },
    rounds + 1,
  )
  // The first round warms caches up.
  const of = (name: string) => (times[name] ?? []).slice(1)
  const ratio = toRatios(of('with'), of('without'))
  const toLone = toRatios(of('with'), of('lone'))
  return {
    what: `${what}: with ÷ without rights`,
    measured: `${formatSpread(ratio)}× [${toLone.median.toFixed(2)}×]; ${formatSpread(toSpread(of('with')), 1)} ms`,
    demanded: `≤ ${most}×`,
    met: ratio.median <= most,
  }
}
