/** Are the packages of package-lock.json installed? Plain Node: it must run before anything is installed. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const defaultRoot = fileURLToPath(new URL('../..', import.meta.url))

/**
 * @typedef {{ version?: string, resolved?: string, integrity?: string, link?: boolean, optional?: boolean, devOptional?: boolean }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages
 */

/**
 * True when node_modules holds exactly what the lock file asks for. npm writes node_modules/.package-lock.json last, so an
 * interrupted install, one without development packages and one of an older lock file are all seen.
 *
 * @param {string} [root] folder of package.json
 */
export function isInstalled(root = defaultRoot) {
  const wanted = readLockedPackages(`${root}/package-lock.json`)
  const present = readLockedPackages(`${root}/node_modules/.package-lock.json`)
  if (wanted === null || present === null) return false
  return Object.entries(wanted).every(([path, locked]) => {
    if (path === '' || locked.link === true) return true
    const found = present[path]
    // Packages for other platforms are optional and stay away.
    if (found === undefined) return locked.optional === true || locked.devOptional === true
    return found.version === locked.version && found.integrity === locked.integrity
  })
}

/**
 * Runs `npm ci` when the install is missing or stale. Development packages are always included: the web part is built
 * here, also under NODE_ENV=production.
 *
 * @param {{ root?: string, log?: (line: string) => void }} [options]
 * @returns {boolean} whether something was installed
 */
export function ensureInstalled({ root = defaultRoot, log = () => {} } = {}) {
  if (isInstalled(root)) return false
  log('npm ci')
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const { command, prefix } = findNpm()
  const result = spawnSync(command, [...prefix, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: command.endsWith('.cmd'),
  })
  if (result.error !== undefined) throw new Error(`npm could not be run: ${result.error.message}`)
  if (result.status !== 0) throw new Error(`npm ci failed (exit code ${result.status ?? result.signal})`)
  return true
}

/** The npm that runs us, or the one on the path. */
function findNpm() {
  const running = process.env['npm_execpath']
  if (running !== undefined && /npm-cli\.c?js$/.test(running)) {
    return { command: process.execPath, prefix: [running] }
  }
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', prefix: [] }
}

/**
 * @param {string} file
 * @returns {LockedPackages | null} null when there is no such file or it is damaged
 */
function readLockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null
  } catch {
    return null
  }
}
