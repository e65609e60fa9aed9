/** Is the built page that of these sources? Plain Node; needs the installed packages only to build. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const defaultRoot = fileURLToPath(new URL('../..', import.meta.url))

/** What the page is made of: changed, moved or removed, it is built anew. */
const sources = ['web', 'core', 'scripts/build', 'vite.config.ts', 'package-lock.json']

/**
 * Builds the page when it is missing or made of other sources. Compared by content: times of files say nothing after a
 * checkout.
 *
 * @param {{ root?: string, log?: (line: string) => void }} [options]
 * @returns {boolean} whether it was built
 */
export function ensureWebBuilt({ root = defaultRoot, log = () => {} } = {}) {
  const stamp = join(root, 'dist', 'web-sources.sha256')
  const wanted = hashSources(root)
  if (existsSync(join(root, 'dist', 'web', 'index.html')) && readStamp(stamp) === wanted) return false
  log('vite build')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  // A process of its own: what building needs in memory is given back.
  const result = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (result.error !== undefined) throw new Error(`vite could not be run: ${result.error.message}`)
  if (result.status !== 0) throw new Error(`vite build failed (exit code ${result.status ?? result.signal})`)
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, `${wanted}\n`)
  return true
}

/** @param {string} stamp */
function readStamp(stamp) {
  return existsSync(stamp) ? readFileSync(stamp, 'utf8').trim() : null
}

/** @param {string} root */
function hashSources(root) {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of listFiles(root, source)) {
      hash.update(`${file}\0`)
      hash.update(
        createHash('sha256')
          .update(readFileSync(join(root, file)))
          .digest(),
      )
    }
  }
  return hash.digest('hex')
}

/**
 * Files below a path, in an order that does not depend on the machine.
 *
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function listFiles(root, path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  const entries = readEntries(full)
  if (entries === null) return [path]
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => listFiles(root, `${path}/${entry.name}`))
}

/**
 * @param {string} path
 * @returns {import('node:fs').Dirent[] | null} null for a file
 */
function readEntries(path) {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch {
    return null
  }
}
