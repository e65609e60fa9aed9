/** A made-up province in a folder of its own, with one thing changed, for tests of what the loader says of it. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DatasetFolders } from '../../server/dataset/read-dataset.ts'

const fixture = fileURLToPath(new URL('../fixtures/other-province', import.meta.url))

export interface DatasetCopy extends DatasetFolders {
  readonly folder: string
  /** Rewrites a file: `sample/sites.csv`. */
  readonly edit: (file: string, change: (text: string) => string | Buffer) => Promise<void>
  /** Rewrites the features of a GeoJSON file. */
  readonly editFeatures: (file: string, change: (features: TestFeature[]) => unknown) => Promise<void>
  readonly remove: () => Promise<void>
}

export interface TestFeature {
  properties: Record<string, unknown>
  geometry: { type: string; coordinates: unknown }
}

export async function copyDataset(): Promise<DatasetCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'dataset-'))
  await cp(fixture, folder, { recursive: true })
  const edit: DatasetCopy['edit'] = async (file, change) => {
    const path = join(folder, file)
    const before = await readFile(path, 'utf8')
    const after = change(before)
    if (after === before) throw new Error(`The change does nothing to ${file}`)
    await writeFile(path, after)
  }
  return {
    folder,
    referenceDir: join(folder, 'reference'),
    datasetDir: join(folder, 'sample'),
    edit,
    editFeatures: (file, change) =>
      edit(file, (text) => {
        const collection = JSON.parse(text) as { features: TestFeature[] }
        change(collection.features)
        return JSON.stringify(collection)
      }),
    remove: () => rm(folder, { recursive: true }),
  }
}
