/** What does a backup look like? A tar.gz with rows as lines of JSON, uploaded files, and a manifest at its end. */
import { Type, type Static } from 'typebox'

/** Raised when a reader of today would misread what a writer of tomorrow writes. */
export const archiveFormat = 1
export const archiveProduct = 'ban-do-so-ha-tang-vien-thong'
export const manifestName = 'manifest.json'

const column = Type.Object({ name: Type.String(), type: Type.String() })

export const manifestSchema = Type.Object({
  product: Type.Literal(archiveProduct),
  format: Type.Integer(),
  created_at: Type.String(),
  driver: Type.String(),
  title: Type.Union([Type.String(), Type.Null()]),
  migrations: Type.Array(
    Type.Object({ version: Type.Integer(), name: Type.String(), checksum: Type.String() }),
  ),
  tables: Type.Array(
    Type.Object({
      name: Type.String({ pattern: '^[a-z_0-9]+$' }),
      columns: Type.Array(column),
      numbered: Type.Union([Type.String(), Type.Null()]),
      rows: Type.Integer(),
      sequence: Type.Union([
        Type.Object({ last_value: Type.String(), is_called: Type.Boolean() }),
        Type.Null(),
      ]),
    }),
  ),
  members: Type.Array(Type.Object({ name: Type.String(), bytes: Type.Integer(), sha256: Type.String() })),
})

export type Manifest = Static<typeof manifestSchema>

export type BackupProblem =
  | 'backupMissing'
  | 'backupForeign'
  | 'backupDamaged'
  | 'backupNewer'
  | 'backupNotOwner'
  | 'backupExists'
  | 'restoreFilled'

/** Why a backup cannot be written or read; `subject` is the file or what it is about. */
export class BackupError extends Error {
  readonly problem: BackupProblem
  readonly subject: string

  constructor(problem: BackupProblem, subject: string, options?: ErrorOptions) {
    super(`${problem}: ${subject}`, options)
    this.name = 'BackupError'
    this.problem = problem
    this.subject = subject
  }
}
