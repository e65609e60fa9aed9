/** How fast is a moved site saved while fifty people save, and is anything lost? Over HTTP, against a bare insert. */
import type { AddressInfo } from 'node:net'
import { buildApp } from '../../server/app.ts'
import { toConfig } from '../../server/config.ts'
import type { Database } from '../../server/db/database.ts'
import { createDemoAccounts } from '../../server/db/demo-accounts.ts'
import type { Measurement } from './report.ts'

const editors = 50
/** Two people for each site: half of them come second and have to look again. */
const sitesEdited = 25

export interface WriteSizes {
  /** Saves of each editor that are accepted. */
  readonly saves: number
  /** How many times slower than a bare insert the slowest hundredth may be. */
  readonly mostTimes: number
}

interface Editor {
  readonly origin: string
  readonly headers: Readonly<Record<string, string>>
}

/** @param db a fresh copy of the sample: it is written to */
export async function measureWrites(db: Database, { saves, mostTimes }: WriteSizes): Promise<Measurement[]> {
  await createDemoAccounts(db)
  const app = await buildApp({ config: toConfig({ LOG_LEVEL: 'silent' }), db, webDir: '/nowhere' })
  try {
    await app.listen({ port: 0, host: '127.0.0.1' })
    const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
    const editor = await signIn(origin)
    const ids = await listIds(db)
    // Once round to warm up both.
    await saveAll(editor, ids, 1)
    await insertAll(db, 1)
    const before = await count(db, ids)
    const started_ms = performance.now()
    const { times_ms, conflicts } = await saveAll(editor, ids, saves)
    const seconds = (performance.now() - started_ms) / 1000
    const after = await count(db, ids)
    const bare_ms = await insertAll(db, saves)
    const accepted = times_ms.length
    const times = toPercentile(times_ms, 0.99) / toPercentile(bare_ms, 0.99)
    const isComplete =
      after.entries - before.entries === accepted && after.versions - before.versions === accepted
    const on = `${db.driver}:`
    return [
      reported(`${on} saved sites per second, ${editors} editors`, (accepted / seconds).toFixed(0)),
      reported(`${on} a save, p50 / p99, ms`, toPair(times_ms)),
      reported(`${on} a bare insert, p50 / p99, ms`, toPair(bare_ms)),
      {
        what: `${on} p99 of a save ÷ p99 of a bare insert`,
        measured: times.toFixed(1),
        demanded: `≤ ${mostTimes}`,
        met: times <= mostTimes,
      },
      {
        what: `${on} accepted / audit entries / versions counted up; refused as too late`,
        measured: `${accepted} / ${after.entries - before.entries} / ${after.versions - before.versions}; ${conflicts}`,
        demanded: 'equal',
        met: isComplete,
      },
    ]
  } finally {
    await app.close()
  }
}

async function signIn(origin: string): Promise<Editor> {
  const first = await fetch(`${origin}/api/session`)
  const { csrf_token } = (await first.json()) as { csrf_token: string }
  const signedIn = await fetch(`${origin}/api/session/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrf-token': csrf_token, cookie: toCookie(first) },
    body: JSON.stringify({ username: 'can-bo-so' }),
  })
  if (!signedIn.ok) throw new Error(`Sign-in answered ${signedIn.status}: ${await signedIn.text()}`)
  const facts = (await signedIn.json()) as { csrf_token: string }
  const cookie = [toCookie(first), toCookie(signedIn)].filter((part) => part !== '').join('; ')
  return {
    origin,
    headers: { 'content-type': 'application/json', 'x-csrf-token': facts.csrf_token, cookie },
  }
}

function toCookie(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

async function listIds(db: Database): Promise<number[]> {
  const sites = await db.query<{ id: number }>(
    `select id from sites where visibility = 'public' order by id limit $1::integer`,
    [sitesEdited],
  )
  return sites.map(({ id }) => id)
}

/** Every editor saves so many times; whoever is told that another was first looks again and tries once more. */
async function saveAll(
  editor: Editor,
  ids: readonly number[],
  saves: number,
): Promise<{ times_ms: number[]; conflicts: number }> {
  const times_ms: number[] = []
  let conflicts = 0
  const edit = async (n: number) => {
    const url = `${editor.origin}/api/sites/${ids[n % ids.length]}`
    for (let done = 0; done < saves;) {
      const { version, lng } = (await (await fetch(url, { headers: editor.headers })).json()) as {
        version: number
        lng: number
      }
      const started_ms = performance.now()
      const answer = await fetch(url, {
        method: 'PATCH',
        headers: { ...editor.headers, 'if-match': `"${version}"` },
        body: JSON.stringify({
          changes: { lng: lng + (done % 2 === 0 ? 0.00001 : -0.00001) },
          confirm: ['outside_commune', 'near_site', 'moved_far'],
        }),
      })
      const text = await answer.text()
      if (answer.status === 200) {
        times_ms.push(performance.now() - started_ms)
        done += 1
      } else if (answer.status === 412) conflicts += 1
      else throw new Error(`A save answered ${answer.status}: ${text}`)
    }
  }
  await Promise.all(Array.from({ length: editors }, (_, n) => edit(n)))
  return { times_ms, conflicts }
}

async function insertAll(db: Database, saves: number): Promise<number[]> {
  await db.run('create table if not exists bare_inserts (id integer generated always as identity, text text)')
  const times_ms: number[] = []
  const insert = async () => {
    for (let done = 0; done < saves; done++) {
      const started_ms = performance.now()
      await db.query(`insert into bare_inserts (text) values ($1::text) returning id`, ['một dòng'])
      times_ms.push(performance.now() - started_ms)
    }
  }
  await Promise.all(Array.from({ length: editors }, insert))
  return times_ms
}

async function count(db: Database, ids: readonly number[]): Promise<{ entries: number; versions: number }> {
  const [counts] = await db.query<{ entries: number; versions: number }>(
    `select
       (select count(*) from audit_log) as entries,
       (select sum(version) from sites where id = any($1::integer[])) as versions`,
    [ids],
  )
  if (counts === undefined) throw new Error('count(*) returned no row')
  return counts
}

function toPercentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN
}

function toPair(values: readonly number[]): string {
  return `${toPercentile(values, 0.5).toFixed(0)} / ${toPercentile(values, 0.99).toFixed(0)}`
}

function reported(what: string, measured: string): Measurement {
  return { what, measured, demanded: 'reported', met: null }
}
