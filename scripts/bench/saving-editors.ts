/**
 * People who save moved sites as fast as they are answered: a process of its own, so that what it costs to ask is not
 * counted as what it costs to answer. Told by a message what to do; answers with the times.
 */
import { Agent, request } from 'node:http'
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
async function saveAll({ origin, headers, editors, sites, saves }: EditorsTask): Promise<EditorsDone> {
  const times_ms: number[] = []
  let conflicts = 0
  const edit = async (n: number) => {
    const site = sites[n % sites.length]
    if (site === undefined) throw new Error('There is no site to edit')
    let { version } = site
    for (let done = 0; done < saves;) {
      const body = JSON.stringify({
        changes: { lng: site.lng + (n + 1) * 0.000001 + (done % 2) * 0.00001 },
        confirm: ['outside_commune', 'near_site', 'moved_far'],
      })
      const started_ms = performance.now()
      const { status, text } = await patch(`${origin}/api/sites/${site.id}`, body, {
        ...headers,
        'if-match': `"${version}"`,
      })
      if (status === 200) {
        times_ms.push(performance.now() - started_ms)
        version = (JSON.parse(text) as { version: number }).version
        done += 1
      } else if (status === 412) {
        conflicts += 1
        version = (JSON.parse(text) as Conflict).params.current
      } else throw new Error(`A save answered ${status}: ${text}`)
    }
  }
  const started_ms = performance.now()
  await Promise.all(Array.from({ length: editors }, (_, n) => edit(n)))
  return { times_ms, conflicts, seconds: (performance.now() - started_ms) / 1000 }
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
