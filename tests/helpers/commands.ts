/** The commands as a user runs them: processes of their own, with their output and how they ended. */
import { spawn, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

export type Environment = Readonly<Record<string, string>>

export interface RunningCommand {
  readonly child: ChildProcess
  /** Everything printed until now. */
  readonly output: () => string
  /** The exit code; null after a signal that was not heard. */
  readonly ended: Promise<number | null>
  /** Resolves when the output matches; rejects when the command ends before. */
  readonly waitFor: (pattern: RegExp) => Promise<RegExpExecArray>
}

/** Runs a TypeScript file of the project from another working directory, with nothing of our own environment. */
export function runCommand(file: string, args: readonly string[], environment: Environment): RunningCommand {
  const child = spawn(process.execPath, ['--import', tsx, `${root}${file}`, ...args], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'silent', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const listeners = new Set<() => void>()
  const listen = (chunk: Buffer) => {
    printed += chunk.toString('utf8')
    for (const listener of listeners) listener()
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return {
    child,
    output: () => printed,
    ended,
    waitFor: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(printed)
          if (match !== null) resolve(match)
        }
        listeners.add(look)
        look()
        void ended.then((code) => reject(new Error(`ended with ${code} before ${pattern}:\n${printed}`)))
      }),
  }
}

/** Runs to the end. */
export async function runToEnd(
  file: string,
  args: readonly string[],
  environment: Environment,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const command = runCommand(file, args, environment)
  const code = await command.ended
  return { code, output: command.output() }
}
