/** What kind of proof is a file that somebody chose, and how does it lie in the outbox? */
import type { AssignmentRecord } from '../../core/api/assignments.ts'
import type { FileKind } from '../../core/files/kinds.ts'
import { toVillageName } from '../state/assigned-rows.ts'
import { newKey } from './new-key.ts'
import type { UnsentFile } from './outbox-database.ts'

/** By its name: some machines know no type of a `.csv`. What is in it, the server looks at. */
export function toFileKind({ name, type }: Pick<File, 'name' | 'type'>): FileKind {
  if (/\.csv$/i.test(name)) return 'drive_test'
  return type.startsWith('image/') && type !== 'image/svg+xml' ? 'photo' : 'document'
}

export interface ChosenFile {
  readonly file: File
  readonly kind: FileKind
}

interface Belonging {
  readonly record: AssignmentRecord
  readonly user_id: number
  /** The report that they are written with; null: none. */
  readonly report_key: string | null
}

export function toUnsentFiles(
  chosen: readonly ChosenFile[],
  { record, user_id, report_key }: Belonging,
): UnsentFile[] {
  return chosen.map(({ file, kind }) => ({
    key: newKey(),
    user_id,
    written_at: new Date().toISOString(),
    assignment_id: record.id,
    name: toVillageName(record),
    kind,
    file_name: file.name,
    size: file.size,
    content: file,
    report_key,
    problem: null,
  }))
}
