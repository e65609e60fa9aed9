/** How do several people save at once until the server is gone? They move sites, create some and say what covers villages. */
import type { RecordIds } from '../../../server/db/records-to-edit.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Editor } from '../editor.ts'
import type { Acknowledged, Attempts } from './attempts.ts'

/** So near that neither commune nor neighbours matter; what is asked to be confirmed is confirmed. */
const step_deg = 0.00001
const confirm = ['outside_commune', 'near_site', 'moved_far']
/** Of so many turns one creates a site, one says what covers a village, the others move a site. */
const kinds = 5
/** From 2000 on; none lies in the future. */
const mostDays = 9000
/** Before somebody who was refused tries again. */
const pause_ms = 20

export interface Editing {
  readonly attempts: Attempts
  readonly records: RecordIds
  /** Of these some save the same sites. */
  readonly editors: number
  /** Hears of answers that say that the database is away; where nobody listens, there must be none. */
  readonly onUnavailable?: (answer: Refusal) => void
  /** They stop of themselves then; otherwise when the server is gone. */
  readonly isOver?: () => boolean
}

export interface Refusal {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** The server answered that it cannot say now. */
class Unavailable extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(`Answered ${refusal.status}: ${refusal.text}`)
    this.refusal = refusal
  }
}

interface SeenSite {
  readonly id: number
  readonly version: number
  readonly lng: number
  readonly lat: number
  readonly stations: readonly { readonly id: number }[]
}

/** Each saves again and again; resolves when the server answers none of them any more, or when it is over. */
export async function saveUntilGone(editor: Editor, editing: Editing): Promise<void> {
  const work = async (n: number) => {
    for (let turn = n; editing.isOver?.() !== true; turn++) {
      await saveOnce(editor, editing, { n, turn }).catch(async (error: unknown) => {
        if (!(error instanceof Unavailable) || editing.onUnavailable === undefined) throw error
        editing.onUnavailable(error.refusal)
        await sleep(pause_ms)
      })
    }
  }
  const ignoreLostConnection = (error: unknown) => {
    // What fetch throws where there is no answer, or only the beginning of one.
    if (!(error instanceof TypeError)) throw error
  }
  await Promise.all(Array.from({ length: editing.editors }, (_, n) => work(n).catch(ignoreLostConnection)))
}

interface Turn {
  readonly n: number
  readonly turn: number
}

async function saveOnce(editor: Editor, { attempts, records }: Editing, { n, turn }: Turn): Promise<void> {
  const { site_ids, village_ids, carrier_code } = records
  const id = site_ids[Math.floor(n / 2) % site_ids.length]!
  const village_id = village_ids[turn % village_ids.length]!
  const seen = (await ask(editor, `/api/sites/${id}`)) as SeenSite
  const place = { lng: toSixDecimals(seen.lng + (turn % 2 === 0 ? step_deg : -step_deg)), lat: seen.lat }
  switch (turn % kinds) {
    case 1: {
      const marker = attempts.begin({ noun: 'sites', ...place })
      attempts.settle(marker, await send(editor, toNewSite({ marker, place, carrier_code })))
      return
    }
    case 3: {
      const marker = attempts.begin({ noun: 'village_services', village_id })
      const observed_on = toDay(attempts.list().length)
      attempts.settle(
        marker,
        await send(editor, toStatement({ marker, village_id, carrier_code, observed_on })),
      )
      return
    }
    default: {
      const marker = attempts.begin({ noun: 'sites', ...place })
      attempts.settle(marker, await send(editor, toMove({ marker, place, seen })))
    }
  }
}

interface Sent {
  readonly method: 'POST' | 'PATCH'
  readonly path: string
  readonly body: object
  readonly version?: number
}

interface Marked {
  readonly marker: string
  readonly carrier_code: string
}

type Place = Pick<SeenSite, 'lng' | 'lat'>

interface Move {
  readonly marker: string
  readonly place: Place
  readonly seen: SeenSite
}

function toMove({ marker, place, seen }: Move): Sent {
  const stations = seen.stations.slice(0, 1).map(({ id }) => ({ id, certificate_no: marker }))
  const body = { changes: { lng: place.lng, note: marker }, stations, confirm }
  return { method: 'PATCH', path: `/api/sites/${seen.id}`, body, version: seen.version }
}

function toNewSite({ marker, place, carrier_code }: Marked & { readonly place: Place }): Sent {
  const site = {
    ...place,
    code: `K-${marker.replace(/\D/g, '')}`,
    name: `Trạm ${marker}`,
    power_source: 'grid',
    note: marker,
  }
  const stations = [{ carrier_code, technology: '4g', certificate_no: marker, note: marker }]
  return { method: 'POST', path: '/api/sites', body: { site, stations, confirm } }
}

interface Said extends Marked {
  readonly village_id: number
  readonly observed_on: string
}

function toStatement({ marker, village_id, carrier_code, observed_on }: Said): Sent {
  const said = { service: '4g', carrier_code, basis: 'measured', state: 'covered', note: marker }
  return { method: 'POST', path: `/api/villages/${village_id}/statements`, body: { ...said, observed_on } }
}

/** Another day each time: what has been said once is not said again. */
function toDay(n: number): string {
  return new Date(Date.UTC(2000, 0, 1 + (n % mostDays))).toISOString().slice(0, 10)
}

function toSixDecimals(degrees: number): number {
  return Number(degrees.toFixed(6))
}

async function ask({ origin, headers }: Editor, path: string): Promise<unknown> {
  const answer = await fetch(origin + path, { headers })
  const text = await answer.text()
  requireOk(answer, text)
  return JSON.parse(text)
}

async function send(
  { origin, headers }: Editor,
  { method, path, body, version }: Sent,
): Promise<Acknowledged | 'refused'> {
  const answer = await fetch(origin + path, {
    method,
    headers: { ...headers, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
    body: JSON.stringify(body),
  })
  const text = await answer.text()
  // Another was first.
  if (answer.status === 412) return 'refused'
  requireOk(answer, text)
  const saved = JSON.parse(text) as Omit<Acknowledged, 'version'> & { readonly version?: number }
  return { id: saved.id, entry_id: saved.entry_id, version: saved.version ?? null }
}

function requireOk({ url, ok, status, headers }: Response, text: string): void {
  if (status === 503) throw new Unavailable({ status, headers, text })
  if (!ok) throw new Error(`${url} answered ${status}: ${text}`)
}
