import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const project = resolve(import.meta.dirname, '../..')

/** What each file must not import, and the rule that says so. */
const offences = [
  ['core-is-pure', 'core/reads-files.ts', `import 'node:fs'`],
  ['core-is-pure', 'core/asks-database.ts', `import 'pg'`],
  ['core-imports-core', 'core/asks-server.ts', `import '../server/there.ts'`],
  ['server-and-web-apart', 'server/asks-web.ts', `import '../web/there.ts'`],
  ['server-and-web-apart', 'web/asks-server.ts', `import '../server/there.ts'`],
  ['server-and-web-apart', 'web/knows-server.ts', `import type { There } from '../server/there.ts'`],
  ['web-without-node', 'web/reads-files.ts', `import 'node:path'`],
  ['web-is-no-server', 'web/serves.ts', `import 'fastify'`],
  ['web-without-schemas', 'web/validates.ts', `import { there } from '../core/inventory/there.ts'\nthere()`],
  ['web-without-typebox', 'web/declares.ts', `import 'typebox'`],
  ['maplibre-in-its-rooms', 'web/panels/draws.ts', `import 'maplibre-gl'`],
  ['nothing-imports-scripts', 'server/asks-scripts.ts', `import '../scripts/there.ts'`],
  ['no-circles', 'server/circle.ts', `import './round.ts'`],
  ['nothing-unresolvable', 'server/asks-nobody.ts', `import './missing.ts'`],
] as const

const allowed = [
  [
    'core/allowed.ts',
    `import 'typebox'\nimport 'flatbush'\nimport '@turf/turf'\nimport type { Point } from 'geojson'`,
  ],
  ['server/allowed.ts', `import '../core/there.ts'\nimport 'pg'\nimport 'node:fs'`],
  ['web/allowed.ts', `import '../core/there.ts'\nimport type { There } from '../core/inventory/there.ts'`],
  ['web/map/allowed.ts', `import 'maplibre-gl'`],
] as const

describe('the direction of imports', () => {
  let root: string
  let complaints: string

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'direction-'))
    symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'), 'dir')
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
      symlinkSync(join(project, file), join(root, file))
    }
    for (const folder of ['core', 'core/inventory', 'server', 'web', 'scripts', 'tests']) {
      write(`${folder}/there.ts`, 'export type There = string\nexport const there = () => 1\n')
    }
    write('server/round.ts', `import './circle.ts'`)
    for (const [, path, text] of offences) write(path, text)
    for (const [path, text] of allowed) write(path, text)
    const program = join(project, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
    const folders = ['core', 'server', 'web', 'scripts', 'tests']
    complaints = spawnSync(process.execPath, [program, ...folders], { cwd: root, encoding: 'utf8' }).stdout
  })

  afterAll(() => rmSync(root, { recursive: true }))

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }

  it.each(offences)('%s complains of %s', (rule, path) => {
    expect(complaints).toContain(`error ${rule}: ${path}`)
  })

  it.each(allowed)('nothing complains of %s', (path) => {
    expect(complaints).toContain('dependency violations')
    expect(complaints).not.toContain(`: ${path}`)
  })
})
