/**
 * Which real files can a test import? Made once from the sources in `tests/fixtures/import` by LibreOffice and GDAL, as
 * officials' programs make them; all of it in the province of `tests/fixtures/other-province` (Trường Lâm).
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { findOgr2ogr, findSoffice } from '../../scripts/lib/test-tools.mjs'

export const importSources = fileURLToPath(new URL('../fixtures/import/', import.meta.url))

/** Of the VN-2000 coordinates in the files: EPSG:9217. */
export const fixtureMeridian = 108.25

export interface ImportFiles {
  /** The messy list: titles, a header of two rows, totals and notes; a list of villages; a hidden sheet. */
  readonly sitesXlsx: string
  /** The same list as its sender would write it next: `nextListEdits`. */
  readonly nextSitesXlsx: string
  readonly sitesFods: string
  /** Semicolons and decimal commas. */
  readonly facilitiesCsv: string
  readonly sitesGeojson: string
  /** Lines, one with heights, one in two parts, one without a shape. */
  readonly routesGeojson: string
  /** Layers `routes` (WGS 84), `sites` (VN-2000) and `facilities` (no shapes). */
  readonly gpkg: string
  readonly sitesShapefile: string
  readonly sitesShapefileVn2000: string
  /** `sites` and `routes` in one archive. */
  readonly layersShapefile: string
  readonly routesKml: string
  /** As Google Earth knows it: a document that links to one per layer. */
  readonly sitesKmz: string
  readonly sitesGpx: string
}

const run = promisify(execFile)
/** Longer than anybody takes: whoever held the lock is gone. */
const staleLock_ms = 150_000

let made: Promise<ImportFiles> | null = null

export function getImportFiles(): Promise<ImportFiles> {
  made ??= prepare()
  return made
}

/** Shared by all test files and runs, as long as the sources stay the same. */
async function prepare(): Promise<ImportFiles> {
  const folder = join(tmpdir(), `import-files-${hashSources()}`)
  const lock = `${folder}.lock`
  while (!existsSync(folder)) {
    if (!takeLock(lock)) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      continue
    }
    try {
      if (!existsSync(folder)) await makeFiles(folder)
    } finally {
      rmSync(lock, { recursive: true, force: true })
    }
  }
  return listFiles(folder)
}

function listFiles(folder: string): ImportFiles {
  return {
    sitesXlsx: join(folder, 'sites.xlsx'),
    nextSitesXlsx: join(folder, 'next-sites.xlsx'),
    sitesFods: join(importSources, 'sites.fods'),
    facilitiesCsv: join(importSources, 'facilities.csv'),
    sitesGeojson: join(importSources, 'sites.geojson'),
    routesGeojson: join(importSources, 'routes.geojson'),
    gpkg: join(folder, 'network.gpkg'),
    sitesShapefile: join(folder, 'sites.shp.zip'),
    sitesShapefileVn2000: join(folder, 'sites-vn2000.shp.zip'),
    layersShapefile: join(folder, 'layers.shp.zip'),
    routesKml: join(folder, 'routes.kml'),
    sitesKmz: join(folder, 'sites.kmz'),
    sitesGpx: join(folder, 'sites.gpx'),
  }
}

function hashSources(): string {
  const hash = createHash('sha256').update(readFileSync(fileURLToPath(import.meta.url)))
  for (const name of readdirSync(importSources).sort()) hash.update(readFileSync(join(importSources, name)))
  return hash.digest('hex').slice(0, 16)
}

/** Making a folder succeeds for one alone; one that nobody removes any more is taken over. */
function takeLock(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (Date.now() - since > staleLock_ms) rmSync(lock, { recursive: true, force: true })
    return false
  }
}

async function makeFiles(folder: string): Promise<void> {
  // On the same disk, so that the finished folder appears at once.
  const workshop = mkdtempSync(`${folder}-making-`)
  await Promise.all([convertSheets(workshop), convertLayers(workshop)])
  renameSync(workshop, folder)
}

/** A title that nobody knows, a slip, a mast that grew, a site that is new, one whose position is not measured. */
const nextListEdits = [
  ['Chiều cao cột (m)', 'H cột'],
  ['Xã Ya Súp', 'Xã Ya Xúc'],
  ['office:value="34"', 'office:value="45"'],
  ['TL-S19</text:p>', 'TL-S31</text:p>'],
  ['Trạm Lâm Khê 3', 'Trạm Đồi Thông'],
  ['1609312.25', '1606312.25'],
  ['1602583,34', 'chưa đo'],
] as const

function writeNextList(path: string): void {
  const list = readFileSync(join(importSources, 'sites.fods'), 'utf8')
  const next = nextListEdits.reduce((sheet, [was, is]) => {
    if (!sheet.includes(was)) throw new Error(`sites.fods does not say ${was}`)
    return sheet.replaceAll(was, is)
  }, list)
  writeFileSync(path, next)
}

/** LibreOffice starts slowly: all sheets in one go, with a profile of its own beside any that somebody uses. */
async function convertSheets(folder: string): Promise<void> {
  const next = join(folder, 'next-sites.fods')
  writeNextList(next)
  await convertBySoffice({ paths: [join(importSources, 'sites.fods'), next], to: 'xlsx', folder })
}

export async function convertBySoffice(asked: {
  readonly paths: readonly string[]
  readonly to: string
  readonly folder: string
}): Promise<void> {
  const soffice = findSoffice()
  if (soffice === null) throw new Error('No LibreOffice found: `npm test` installs it or says how')
  const profile = mkdtempSync(join(tmpdir(), 'soffice-'))
  try {
    const { paths, to, folder } = asked
    const installation = `-env:UserInstallation=${pathToFileURL(profile).href}`
    await run(soffice, [installation, '--headless', '--convert-to', to, '--outdir', folder, ...paths])
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
}

async function convertLayers(folder: string): Promise<void> {
  const ogr2ogr = findOgr2ogr()
  if (ogr2ogr === null) throw new Error('No GDAL found: `npm test` installs it or says how')
  const convert = async (target: string, source: string, ...options: readonly string[]) => {
    await run(ogr2ogr, [...options, join(folder, target), join(importSources, source)])
  }
  const shapefile = ['-f', 'ESRI Shapefile', '-lco', 'ENCODING=UTF-8']
  const vn2000 = ['-t_srs', 'EPSG:9217']
  const more = ['-update', '-append']
  await convert('network.gpkg', 'routes.geojson', '-f', 'GPKG')
  await convert('network.gpkg', 'sites.geojson', '-f', 'GPKG', ...more, ...vn2000)
  await convert('network.gpkg', 'facilities.csv', '-f', 'GPKG', ...more)
  await convert('sites.shp.zip', 'sites.geojson', ...shapefile)
  await convert('sites-vn2000.shp.zip', 'sites.geojson', ...shapefile, ...vn2000)
  await convert('layers.shp.zip', 'sites.geojson', ...shapefile)
  await convert('layers.shp.zip', 'routes.geojson', ...shapefile, ...more, '-nlt', 'LINESTRING')
  await convert('routes.kml', 'routes.geojson', '-f', 'KML')
  await convert('sites.kmz', 'sites.geojson', '-f', 'LIBKML')
  await convert('sites.gpx', 'sites.geojson', '-f', 'GPX', '-dsco', 'GPX_USE_EXTENSIONS=YES')
}
