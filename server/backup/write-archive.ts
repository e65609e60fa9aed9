/** How does a backup come into being? One snapshot of the database and every uploaded file, in a file that appears when whole. */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { pack, type Pack } from 'tar-stream'
import { findSequence, listBackupTables, readRows } from '../db/backup-tables.ts'
import { getDataState } from '../db/data-state.ts'
import type { Client, Database } from '../db/database.ts'
import { listApplied } from '../db/migrate.ts'
import { passingFolders } from '../files/upload-folder.ts'
import { archiveFormat, archiveProduct, BackupError, manifestName, type Manifest } from './archive-format.ts'

export interface WrittenBackup {
  readonly file: string
  readonly tables: number
  readonly rows: number
  readonly uploads: number
}

type Members = Manifest['members']

/** `db` must own the tables: whoever is held by the policies would save a part and call it the whole. */
export async function writeArchive(
  db: Database,
  { file, uploadsDir }: { readonly file: string; readonly uploadsDir: string },
): Promise<WrittenBackup> {
  if (existsSync(file)) throw new BackupError('backupExists', file)
  await mkdir(dirname(file), { recursive: true })
  const unfinished = `${file}.part`
  const archive = pack()
  // It holds the hashes of passwords: for the eyes of whoever runs the server.
  const saved = pipeline(archive, createGzip({ level: 6 }), createWriteStream(unfinished, { mode: 0o600 }))
  try {
    const written = await fill(archive, db, uploadsDir, saved)
    await saved
    await rename(unfinished, file)
    return { file, ...written }
  } catch (error) {
    archive.destroy()
    await saved.catch(() => undefined)
    await rm(unfinished, { force: true })
    throw error
  }
}

async function fill(archive: Pack, db: Database, uploadsDir: string, saved: Promise<void>) {
  const members: Members[number][] = []
  // A full disk fails the file, and with it whoever waits to write on.
  const failed = saved.then(() => new Promise<never>(() => undefined))
  const manifest = await Promise.race([failed, readSnapshot(archive, db, members)])
  const uploads = await Promise.race([failed, addUploads(archive, uploadsDir, members)])
  await addText(archive, manifestName, JSON.stringify({ ...manifest, members }, null, 1), [])
  archive.finalize()
  return {
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    uploads,
  }
}

/** All tables as they are at one moment, while others go on writing. */
function readSnapshot(
  archive: Pack,
  db: Database,
  members: Members[number][],
): Promise<Omit<Manifest, 'members'>> {
  return db.transaction(async (client) => {
    await client.run('set transaction isolation level repeatable read, read only')
    // With this a policy that hides rows is an error, not a smaller backup.
    await client.query(
      `select set_config('row_security', 'off', true) as a, set_config('statement_timeout', '0', true) as b`,
    )
    const tables: Manifest['tables'][number][] = []
    for (const table of await listBackupTables(client)) {
      const rows = await addTable(archive, client, table, members)
      const { name, columns, numbered } = table
      tables.push({
        name,
        columns: [...columns],
        numbered,
        rows,
        sequence: await findSequence(client, table),
      })
    }
    const applied = await listApplied(client)
    return {
      product: archiveProduct,
      format: archiveFormat,
      created_at: new Date().toISOString(),
      driver: db.driver,
      title: (await getDataState(client)).title,
      migrations: applied.map(({ version, name, checksum }) => ({ version, name, checksum })),
      tables,
    }
  })
}

async function addTable(
  archive: Pack,
  client: Client,
  table: Parameters<typeof readRows>[1],
  members: Members[number][],
): Promise<number> {
  let rows = 0
  let part = 0
  for await (const lines of readRows(client, table)) {
    rows += lines.length
    part += 1
    const name = `tables/${table.name}/${String(part).padStart(6, '0')}.ndjson`
    await addText(archive, name, `${lines.join('\n')}\n`, members)
  }
  return rows
}

/** Resolves when the archive has taken it: what is read never runs far ahead of what is written. */
async function addText(archive: Pack, name: string, text: string, members: Members[number][]): Promise<void> {
  const bytes = Buffer.from(text)
  members.push({ name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
  await new Promise<void>((resolve, reject) => {
    archive.entry({ name, size: bytes.length, mtime: new Date(0) }, bytes, (error) =>
      error ? reject(error) : resolve(),
    )
  })
}

async function addUploads(archive: Pack, uploadsDir: string, members: Members[number][]): Promise<number> {
  if (!existsSync(uploadsDir)) return 0
  const entries = await readdir(uploadsDir, { recursive: true, withFileTypes: true })
  // What is still on its way grows while it is read, and what is drawn is drawn again.
  const passing = passingFolders.map((folder) => join(uploadsDir, folder))
  const paths = entries
    .filter((entry) => entry.isFile() && !passing.includes(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name))
  for (const path of paths.sort()) {
    const name = `uploads/${path.slice(uploadsDir.length + 1).replaceAll('\\', '/')}`
    const { size } = await stat(path)
    const hash = createHash('sha256')
    const entry = archive.entry({ name, size })
    await pipeline(
      createReadStream(path),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk)
          yield chunk
        }
      },
      entry,
    )
    members.push({ name, bytes: size, sha256: hash.digest('hex') })
  }
  return paths.length
}
