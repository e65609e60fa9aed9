/** The command that runs the server: configuration from the environment, progress on the terminal, signals. */
import { toConfig, type Config } from './config.ts'
import { actAs, systemActor } from './db/act-as.ts'
import { countData, getDataState } from './db/data-state.ts'
import { hasAccounts } from './db/users.ts'
import { messages, toExplanation } from './messages.ts'
import type { Voice } from './open-database.ts'
import { startServer, type RunningServer } from './start-server.ts'

/** A close that takes longer is stuck on a connection that will not end. */
const longestClose_ms = 10_000

/** One Ctrl-C arrives twice: from the terminal, and passed on by npm. */
const sameKeystroke_ms = 500

await main()

async function main(): Promise<void> {
  const config = readConfig()
  if (config === null) return
  const voice: Voice = { say: messages[config.language], print: (line) => console.log(line) }
  const onStop = createStop(voice)
  try {
    const server = await startServer(config, voice)
    onStop(server.close)
    await introduce(server, voice)
  } catch (error) {
    fail(error, config)
  }
}

function readConfig(): Config | null {
  try {
    return toConfig()
  } catch (error) {
    fail(error, null)
    return null
  }
}

async function introduce({ address, db }: RunningServer, { say, print }: Voice): Promise<void> {
  // On PostgreSQL we are nobody outside of an actor's transaction, and nobody has no sites.
  const reader = actAs(db, { ...systemActor, role: 'staff' }, null)
  const [state, counts] = [await getDataState(reader), await countData(reader)]
  print('')
  print(say.ready(address))
  print(say.apiDocs(`${address}/api/docs`))
  if (counts.admin_units === 0) return print(say.holdsNothing)
  if (state.title !== null) print(say.dataset(state.title))
  print(counts.villages + counts.sites === 0 ? say.holdsReferenceOnly : say.holds(counts, state.is_sample))
  if (!(await hasAccounts(actAs(db, systemActor, null)))) print(say.noAccounts)
}

/**
 * The first signal closes in order, the second ends at once. While the server is still starting there is nothing to close:
 * what is half done heals itself on the next start.
 */
function createStop({ say, print }: Voice): (close: () => Promise<void>) => void {
  let close: (() => Promise<void>) | null = null
  let asked_ms: number | null = null
  const onSignal = () => {
    if (asked_ms !== null) {
      if (performance.now() - asked_ms > sameKeystroke_ms) process.exit(1)
      return
    }
    asked_ms = performance.now()
    print(say.stopping)
    if (close === null) process.exit(0)
    setTimeout(() => process.exit(1), longestClose_ms).unref()
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, onSignal)
  return (closing) => (close = closing)
}

/** What can be expected is explained; a bug keeps its stack. The database's own errors have only their message. */
function fail(error: unknown, config: Config | null): void {
  const language = config?.language ?? 'vi'
  const explanation = toExplanation(error, language)
  if (explanation !== null) console.error(explanation)
  else console.error(messages[language].failed(toReason(error)))
  process.exit(1)
}

function toReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // Inside the embedded database the stack holds its minified source.
  const stack = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.length < 300 && !line.includes('pglite'))
  return [error.message, ...stack.slice(1)].join('\n')
}
