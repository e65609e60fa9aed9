import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { beforeAll, expect, it } from 'vitest'
import { ImportFileError } from '../../../core/import/problems.ts'
import { read } from '../../helpers/expect-fault.ts'
import { getImportFiles, type ImportFiles } from '../../helpers/import-files.ts'

/** Bounded: a reader that fails does so within some dozens of damaged files, or the seed is worth keeping. */
const runs = 40
const paths = [
  'sitesXlsx',
  'facilitiesCsv',
  'routesGeojson',
  'gpkg',
  'layersShapefile',
  'routesKml',
  'sitesKmz',
  'sitesGpx',
] as const satisfies readonly (keyof ImportFiles)[]

let files: ImportFiles

beforeAll(async () => {
  files = await getImportFiles()
})

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
const damage = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), place, bit: fc.integer({ min: 0, max: 7 }) }),
  fc.record({
    kind: fc.constant('set' as const),
    place,
    byte: fc.constantFrom(0, 0xff, 0x7f, 0x80, 0x3c, 0x22, 0x2c, 0x0a),
  }),
  fc.record({ kind: fc.constant('cut' as const), place, length: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ kind: fc.constant('end' as const), place }),
  fc.record({
    kind: fc.constant('splice' as const),
    place,
    from: place,
    length: fc.integer({ min: 1, max: 200 }),
  }),
)
type Damage = typeof damage extends fc.Arbitrary<infer Value> ? Value : never

function withDamage(bytes: Buffer, damages: readonly Damage[]): Buffer {
  return damages.reduce((before, each) => {
    const at = Math.floor(each.place * before.length)
    const after = Buffer.from(before)
    switch (each.kind) {
      case 'flip':
        if (at < after.length) after[at]! ^= 1 << each.bit
        return after
      case 'set':
        return after.fill(each.byte, at, Math.min(at + 4, after.length))
      case 'cut':
        return Buffer.concat([before.subarray(0, at), before.subarray(at + each.length)])
      case 'end':
        return before.subarray(0, at)
      case 'splice': {
        const from = Math.floor(each.from * before.length)
        return Buffer.concat([
          before.subarray(0, at),
          before.subarray(from, from + each.length),
          before.subarray(at),
        ])
      }
    }
  }, bytes)
}

async function expectFileOrFault(bytes: Uint8Array, name: string): Promise<void> {
  try {
    const file = await read(bytes, name, 108.25)
    expect(file.tables.length).toBeGreaterThan(0)
  } catch (error) {
    if (!(error instanceof ImportFileError)) throw error
  }
}

it.each(paths)('%s, however damaged, is either read or refused', async (key) => {
  const bytes = readFileSync(files[key])
  const name = basename(files[key])
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
      await expectFileOrFault(withDamage(bytes, damages), name)
    }),
    { numRuns: runs },
  )
})

it.each(['sitesXlsx', 'layersShapefile', 'sitesKmz'] as const)(
  '%s, whole as an archive but with a damaged part, is either read or refused',
  async (key) => {
    const parts = unzipSync(readFileSync(files[key]))
    const names = Object.keys(parts).filter((name) => !name.startsWith('docProps'))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.array(damage, { minLength: 1, maxLength: 3 }),
        async (name, damages) => {
          const damaged = withDamage(Buffer.from(parts[name]!), damages)
          await expectFileOrFault(zipSync({ ...parts, [name]: damaged }, { level: 0 }), basename(files[key]))
        },
      ),
      { numRuns: runs },
    )
  },
)
