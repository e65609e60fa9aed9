/** What do the files of a province say? Read and checked as a whole, before anything is written. */
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { checkDataset } from './check-dataset.ts'
import { boolean, code, integer, number, optional, text, type RowOf } from './columns.ts'
import { DatasetError, ProblemList } from './problems.ts'
import { readTextFile } from './read-file.ts'
import { isRecord, parseJson } from './read-features.ts'
import { readTable, readValues, type ReadTable } from './read-table.ts'
import { tableNames, tables, type TableName, type TableRow } from './tables.ts'

export interface DatasetFolders {
  /** The province itself: boundaries, base map, documents. */
  readonly referenceDir: string
  /** Its inventory: carriers, sites, villages, statements. The folder may be absent or empty. */
  readonly datasetDir: string
}

const descriptionColumns = {
  id: code(),
  title: text(),
  is_sample: boolean(),
  note: optional(text()),
  /** Of the province's VN-2000 zone, degrees east. */
  vn2000_central_meridian: optional(number(100, 112)),
  /** Of the generator that made it. */
  seed: optional(integer()),
}
export type DatasetDescription = RowOf<typeof descriptionColumns>

export type DatasetTables = { readonly [N in TableName]: ReadTable<TableRow<N>> }

export interface Dataset {
  /** Null where there is a reference only. */
  readonly description: DatasetDescription | null
  readonly tables: DatasetTables
}

/** All files, or a `DatasetError` with everything that is wrong with them. */
export async function readDataset(folders: DatasetFolders): Promise<Dataset> {
  const problems = new ProblemList()
  const hasDataset = await isFilled(folders.datasetDir)
  const description = hasDataset ? await readDescription(folders.datasetDir, problems) : null
  const read = await Promise.all(
    tableNames.map(async (name) => [name, await readOne(name, { folders, hasDataset, problems })] as const),
  )
  const dataset: Dataset = { description, tables: Object.fromEntries(read) as unknown as DatasetTables }
  checkDataset(dataset.tables, problems)
  if (problems.problems.length > 0) throw new DatasetError(problems.problems)
  return dataset
}

interface Reading {
  readonly folders: DatasetFolders
  readonly hasDataset: boolean
  readonly problems: ProblemList
}

function readOne<N extends TableName>(
  name: N,
  { folders, hasDataset, problems }: Reading,
): Promise<ReadTable<TableRow<N>>> {
  const { folder, file: fileName, presence } = tables[name]
  const dir = folder === 'reference' ? folders.referenceDir : folders.datasetDir
  const file = join(basename(dir), fileName)
  const isLeftOut = presence === 'optional' && !existsSync(join(dir, fileName))
  if (isLeftOut || (folder === 'dataset' && !hasDataset))
    return Promise.resolve({ file, isRead: true, rows: [], codes: new Set() })
  return readTable(name, { path: join(dir, fileName), file, problems })
}

async function isFilled(dir: string): Promise<boolean> {
  const files = await readdir(dir).catch(() => [])
  return files.length > 0
}

async function readDescription(dir: string, problems: ProblemList): Promise<DatasetDescription | null> {
  const file = join(basename(dir), 'dataset.json')
  const content = await readTextFile(join(dir, 'dataset.json'), file, problems)
  if (content === null) return null
  const given = parseJson(content, file, problems)
  if (given === undefined) return null
  if (!isRecord(given)) {
    problems.add('json_invalid', file, { expected: '{ }' })
    return null
  }
  const values = readValues(given, { columns: descriptionColumns, file, row: null, problems })
  return values as DatasetDescription | null
}
