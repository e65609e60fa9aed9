/** Is the code in order? Types, lint, format, direction of imports, sizes, SQL in its room, documents, dead code. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './lib/install.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Every step is a program of node_modules/.bin with its arguments. */
const steps = [
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'lint', command: ['eslint', '--max-warnings=0', '.'] },
  { name: 'format', command: ['prettier', '--check', '--log-level=warn', '.'] },
  { name: 'direction', command: ['depcruise', 'core', 'server', 'web', 'scripts', 'tests'] },
  { name: 'sizes', command: ['tsx', 'scripts/check-sizes.ts'] },
  { name: 'sql', command: ['tsx', 'scripts/check-sql.ts'] },
  { name: 'documents', command: ['tsx', 'scripts/check-docs.ts'] },
  { name: 'dead code', command: ['knip', '--no-progress'] },
]

/**
 * @param {readonly string[]} command
 * @returns {Promise<{ passed: boolean, output: string }>}
 */
function run([program = '', ...args]) {
  return new Promise((resolve) => {
    const child = spawn(`${root}/node_modules/.bin/${program}`, args, {
      cwd: root,
      shell: process.platform === 'win32',
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ passed: false, output: error.message }))
    child.on('close', (code) => resolve({ passed: code === 0, output }))
  })
}

ensureInstalled({ log: console.log })
const wanted = process.argv.slice(2)
let failed = 0
for (const { name, command } of steps) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const { passed, output } = await run(command)
  console.log(`${passed ? '✓' : '✗'} ${name}`)
  if (!passed) {
    failed += 1
    console.log(output.trim())
  }
}
process.exitCode = failed === 0 ? 0 : 1
