/**
 * Runs every test. Plain Node: on a fresh clone nothing is installed yet.
 *
 * Without arguments: installs what the tests need, checks the code, builds the web part and runs all tests. Arguments are
 * handed to Vitest (`npm test -- tests/core`) and leave out the checks.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './lib/install.mjs'
import { ensureTestTools } from './lib/test-tools.mjs'

/** @typedef {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} Report */

const root = fileURLToPath(new URL('..', import.meta.url))
const filters = process.argv.slice(2)
process.exitCode = main()

/** @returns {number} exit code */
function main() {
  ensureInstalled({ root, log: console.log })
  if (needs('server') || needs('browser')) {
    const missing = ensureTestTools(console.log)
    for (const { name, remedy } of missing) console.error(`Missing: ${name} — ${remedy}`)
    if (missing.length > 0) return 1
  }
  const checked = filters.length > 0 || run('check', [join(root, 'scripts/check.mjs')])
  const built = !needs('browser') || run('build', [join(root, 'node_modules/vite/bin/vite.js'), 'build'])
  const tested = runVitest()
  if (!checked) console.log('The check failed: see above.')
  if (!built) console.log('The build failed: see above.')
  console.log(`${tested.passed} passed, ${tested.failed} failed`)
  // Nothing tested is nothing shown.
  return checked && built && tested.succeeded && tested.passed > 0 ? 0 : 1
}

/**
 * Whether tests of this project may be among those asked for.
 *
 * @param {string} project
 */
function needs(project) {
  const paths = filters.filter((filter) => !filter.startsWith('-'))
  return (
    paths.length === 0 || paths.some((path) => !/tests\/\w+/.test(path) || path.includes(`tests/${project}`))
  )
}

function runVitest() {
  const folder = mkdtempSync(join(tmpdir(), 'test-report-'))
  const file = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const ended = run('vitest', [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...reporters, ...filters])
  try {
    return { ...count(JSON.parse(readFileSync(file, 'utf8'))), succeeded: ended }
  } catch {
    // Vitest ended before it could report.
    return { passed: 0, failed: 1, succeeded: false }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * A file that could not be loaded has no results: it counts as one failure.
 *
 * @param {Report} report
 */
function count(report) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}

/**
 * @param {string} name
 * @param {string[]} args of Node
 * @returns {boolean} whether it ended well
 */
function run(name, args) {
  const result = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  if (result.error !== undefined) console.error(`${name} could not be run: ${result.error.message}`)
  return result.status === 0
}
