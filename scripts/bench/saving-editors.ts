/**
 * People who save moved sites: a process of its own, so that what it costs to ask is not
 * counted as what it costs to answer. Told by a message what to do; answers with the times.
 */
import { Agent, request } from 'node:http'
import type { Editor } from './editor.ts'
import { repeat } from './repeat.ts'
import type { EditorsDone, EditorsTask } from './writes.ts'

const agent = new Agent({ keepAlive: true })

interface Answer {
  readonly status: number
  readonly text: string
}

interface Conflict {
  readonly params: { readonly current: number }
}

process.once('message', (task: EditorsTask) => {
  void saveAll(task).then((done) => {
    process.send?.(done)
    process.disconnect()
  })
})

/** Two people for each site: whoever is told that the other was first takes the version told and tries once more. */
async function saveAll({ editors, saves, every_ms, ...task }: EditorsTask): Promise<EditorsDone> {
  const times_ms: number[] = []
  let conflicts = 0
  const edit = async (n: number) => {
    const site = task.sites[n % task.sites.length]
    if (site === undefined) throw new Error('There is no site to edit')
    let { version } = site
    let done = 0
    await repeat({ times: saves, every_ms, first_ms: (n * every_ms) / editors }, async () => {
      const lng = site.lng + (n + 1) * 0.000001 + (done % 2) * 0.00001
      for (;;) {
        const started_ms = performance.now()
        const saved = await save(task, { id: site.id, version, lng })
        version = saved.version
        if (saved.isAccepted) {
          times_ms.push(performance.now() - started_ms)
          break
        }
        conflicts += 1
      }
      done += 1
    })
  }
  const started_ms = performance.now()
  await Promise.all(Array.from({ length: editors }, (_, n) => edit(n)))
  return { times_ms, conflicts, seconds: (performance.now() - started_ms) / 1000 }
}

interface Save {
  readonly id: number
  /** As this editor knows it. */
  readonly version: number
  readonly lng: number
}

/** The version as it is then, whether saved or refused. */
async function save(
  { origin, headers }: Editor,
  { id, version, lng }: Save,
): Promise<{ readonly isAccepted: boolean; readonly version: number }> {
  const body = JSON.stringify({ changes: { lng }, confirm: ['outside_commune', 'near_site', 'moved_far'] })
  const { status, text } = await patch(`${origin}/api/sites/${id}`, body, {
    ...headers,
    'if-match': `"${version}"`,
  })
  if (status === 200) return { isAccepted: true, version: (JSON.parse(text) as { version: number }).version }
  if (status === 412) return { isAccepted: false, version: (JSON.parse(text) as Conflict).params.current }
  throw new Error(`A save answered ${status}: ${text}`)
}

function patch(url: string, body: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'PATCH', agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => (text += part))
      response.once('end', () => resolve({ status: response.statusCode ?? 0, text }))
      response.once('error', reject)
    })
    sent.once('error', reject)
    sent.end(body)
  })
}
