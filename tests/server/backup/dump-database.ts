/** Everything that a restore must bring back, in a form that can be compared. */
import { findSequence, listBackupTables, readRows } from '../../../server/db/backup-tables.ts'
import type { Database } from '../../../server/db/database.ts'
import { listApplied } from '../../../server/db/migrate.ts'

export interface Dump {
  readonly tables: Readonly<Record<string, readonly string[]>>
  readonly sequences: Readonly<Record<string, unknown>>
  readonly migrations: readonly unknown[]
}

export function dumpDatabase(db: Database): Promise<Dump> {
  return db.transaction(async (client) => {
    const tables: Record<string, string[]> = {}
    const sequences: Record<string, unknown> = {}
    for (const table of await listBackupTables(client)) {
      const rows: string[] = []
      for await (const lines of readRows(client, table)) rows.push(...lines)
      tables[table.name] = rows
      sequences[table.name] = await findSequence(client, table)
    }
    return { tables, sequences, migrations: await listApplied(client) }
  })
}
