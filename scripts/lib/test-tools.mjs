/** Where are the programs that the tests need beside npm's: a PostgreSQL with PostGIS, a Chromium, GDAL, LibreOffice? Plain Node. */
import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const oldestPostgres = 15

/** @typedef {{ name: string, remedy: string }} MissingTool */

/** @returns {string | null} folder of initdb and postgres, of a PostgreSQL that has PostGIS */
export function findPostgresBinDir() {
  const given = process.env['POSTGRES_BIN_DIR']
  if (given !== undefined && given !== '') return given
  const debian = listFolders('/usr/lib/postgresql')
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => `/usr/lib/postgresql/${version}/bin`)
  const elsewhere = ['/opt/homebrew/opt/postgresql/bin', '/usr/local/opt/postgresql/bin', ...listPath()]
  return [...debian, ...elsewhere].find(isPostgresWithPostgis) ?? null
}

/** @returns {string | null} path of a Chromium or Chrome */
export function findChromium() {
  return findProgram(
    'CHROMIUM_PATH',
    ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
  )
}

/** @returns {string | null} path of GDAL's ogr2ogr, which makes the GIS files that tests import */
export function findOgr2ogr() {
  return findProgram('OGR2OGR_PATH', ['ogr2ogr'], ['/opt/homebrew/bin/ogr2ogr'])
}

/** @returns {string | null} path of LibreOffice, which makes the workbooks that tests import */
export function findSoffice() {
  return findProgram(
    'SOFFICE_PATH',
    ['soffice', 'libreoffice'],
    ['/Applications/LibreOffice.app/Contents/MacOS/soffice'],
  )
}

/**
 * @param {string} variable that may point at it
 * @param {string[]} names
 * @param {string[]} elsewhere
 */
function findProgram(variable, names, elsewhere) {
  const given = process.env[variable]
  if (given !== undefined && given !== '') return given
  const candidates = [
    ...names.flatMap((name) => listPath().map((folder) => join(folder, name))),
    ...elsewhere,
  ]
  return candidates.find(isExecutable) ?? null
}

/** @returns {MissingTool[]} what is not on this machine */
export function listMissingTools() {
  /** @type {MissingTool[]} */
  const missing = []
  if (findPostgresBinDir() === null) {
    missing.push({
      name: `PostgreSQL ≥ ${oldestPostgres} with PostGIS`,
      remedy: 'install it, or set POSTGRES_BIN_DIR to the folder of initdb and postgres',
    })
  }
  if (findChromium() === null) {
    missing.push({ name: 'Chromium', remedy: 'install it, or set CHROMIUM_PATH to the program' })
  }
  if (findOgr2ogr() === null) {
    missing.push({ name: 'GDAL (ogr2ogr)', remedy: 'install gdal-bin, or set OGR2OGR_PATH to the program' })
  }
  if (findSoffice() === null) {
    missing.push({
      name: 'LibreOffice Calc',
      remedy: 'install libreoffice-calc-nogui, or set SOFFICE_PATH to the program',
    })
  }
  return missing
}

/**
 * Installs what is missing where that is possible: as root on a Debian-like system.
 *
 * @param {(line: string) => void} log
 * @returns {MissingTool[]} what is still missing
 */
export function ensureTestTools(log) {
  if (listMissingTools().length === 0 || !canInstallPackages()) return listMissingTools()
  log('apt-get update')
  runApt(['update', '-qq'])
  const packages = []
  if (findPostgresBinDir() === null) packages.push(...findPostgisPackages())
  if (findChromium() === null) packages.push('chromium')
  installPackages(packages, [], log)
  // What they recommend is help texts, fonts and a desktop.
  const converters = []
  if (findOgr2ogr() === null) converters.push('gdal-bin')
  if (findSoffice() === null) converters.push('libreoffice-calc-nogui')
  installPackages(converters, ['--no-install-recommends'], log)
  return listMissingTools()
}

/**
 * @param {string[]} packages
 * @param {string[]} options
 * @param {(line: string) => void} log
 */
function installPackages(packages, options, log) {
  if (packages.length === 0) return
  log(`apt-get install ${packages.join(' ')}`)
  runApt(['install', '-y', '-qq', ...options, ...packages])
}

function canInstallPackages() {
  const isRoot = process.getuid?.() === 0
  return isRoot && listPath().some((folder) => isExecutable(join(folder, 'apt-get')))
}

/** The newest PostgreSQL for which the distribution has PostGIS. */
function findPostgisPackages() {
  const found = execFileSync('apt-cache', ['search', '--names-only', '^postgresql-[0-9]+-postgis-3$'], {
    encoding: 'utf8',
  })
  const versions = [...found.matchAll(/^postgresql-(\d+)-postgis-3 /gm)].map((match) => Number(match[1]))
  const newest = Math.max(...versions)
  if (!(newest >= oldestPostgres)) return []
  return [`postgresql-${newest}`, `postgresql-${newest}-postgis-3`]
}

/** @param {string[]} args */
function runApt(args) {
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}

/** @param {string} folder */
function isPostgresWithPostgis(folder) {
  if (!isExecutable(join(folder, 'initdb')) || !isExecutable(join(folder, 'postgres'))) return false
  const config = spawnSync(join(folder, 'pg_config'), ['--version', '--sharedir'], { encoding: 'utf8' })
  const [version = '', share = ''] = (config.stdout ?? '').trim().split('\n')
  const major = Number(/(\d+)/.exec(version)?.[1])
  return major >= oldestPostgres && existsSync(join(share, 'extension', 'postgis.control'))
}

function listPath() {
  return (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
}

/** @param {string} folder */
function listFolders(folder) {
  return existsSync(folder) ? readdirSync(folder) : []
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
