/** What is to be done with a file next, and what would be written of it? */
import type { ImportRecord } from '../../core/api/imports.ts'
import { rowStatuses } from '../../core/import/states.ts'

export const importTabs = ['columns', 'questions', 'preview', 'comparison'] as const
export type ImportTab = (typeof importTabs)[number]

/** Tabs of the preview, in the order in which they are worked through. */
export const rowTabs = [...rowStatuses, 'missing'] as const
export type RowTab = (typeof rowTabs)[number]

/** What only a person can do comes first, as long as it can be done: columns that nobody understands, then questions. */
export function toFirstTab({ mapping, question_count, counts, may }: ImportRecord): ImportTab {
  const isUnderstood = mapping !== null && mapping.columns.some(({ field }) => field !== null)
  if (counts === null) return 'columns'
  if (!may.includes('change')) return 'preview'
  if (!isUnderstood) return 'columns'
  return question_count > 0 ? 'questions' : 'preview'
}

/** Of the rows that there are, those that somebody has to look at; then what would be written; what the file does not speak of comes last. */
export function toFirstRowTab({ counts, may }: Pick<ImportRecord, 'counts' | 'may'>): RowTab {
  if (counts === null) return 'new'
  // Nothing can be decided any more: what was written.
  if (!may.includes('change') && counts.new + counts.changed > 0) return counts.new > 0 ? 'new' : 'changed'
  const wanted = ['conflicting', 'refused', 'new', 'changed', 'asking', 'unchanged', 'missing'] as const
  return wanted.find((tab) => counts[tab] > 0) ?? 'new'
}

export interface Written {
  readonly new: number
  readonly changed: number
  /** In a conflict that was accepted. */
  readonly accepted: number
  readonly retired: number
  /** Rows that stay as they are in spite of being in the file. */
  readonly left: { readonly conflicting: number; readonly asking: number; readonly refused: number }
  readonly total: number
}

/** What `apply` would do. A row may be in several conflicts: of those accepted no more are counted than there are. */
export function toWritten({ counts, conflicts, retire_missing }: ImportRecord): Written {
  const { conflicting = 0, asking = 0, refused = 0, missing = 0 } = counts ?? {}
  const open = conflicts.filter(({ accepted }) => !accepted).reduce((sum, { rows }) => sum + rows, 0)
  const accepted = conflicts.some((conflict) => conflict.accepted) ? Math.max(0, conflicting - open) : 0
  const [fresh, changed, retired] = [counts?.new ?? 0, counts?.changed ?? 0, retire_missing ? missing : 0]
  return {
    new: fresh,
    changed,
    accepted,
    retired,
    left: { conflicting: conflicting - accepted, asking, refused },
    total: fresh + changed + accepted + retired,
  }
}

/** The codes that are accepted once one of them is switched. */
export function toAccepted(
  conflicts: ImportRecord['conflicts'],
  code: ImportRecord['conflicts'][number]['code'],
): ImportRecord['conflicts'][number]['code'][] {
  return conflicts
    .filter((conflict) => (conflict.code === code ? !conflict.accepted : conflict.accepted))
    .map((conflict) => conflict.code)
}

/** Why a long list was not written: known only after whoever asked for it had their answer, so it stands with the import. */
export function toLateFault({
  state,
  fault,
  progress,
}: Pick<ImportRecord, 'state' | 'fault' | 'progress'>): ImportRecord['fault'] {
  const isOpen = state === 'checked' || state === 'proposed'
  return isOpen && progress === null ? fault : null
}

/** Of a step that can be measured, up to 1; null where nobody knows how much there is, or has told anything yet. */
export function toProgressShare(progress: ImportRecord['progress']): number | null {
  if (progress === null || progress.total === null || progress.total === 0 || progress.done === 0) return null
  return Math.min(1, progress.done / progress.total)
}
