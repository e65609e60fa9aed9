/** What does each part of an opened import get? */
import type { ImportRecord } from '../../../core/api/imports.ts'
import type { ImportWork } from './use-import.ts'

export interface PartProps {
  readonly record: ImportRecord
  readonly work: ImportWork
  /** The server works on it: nothing can be changed until it is done. */
  readonly is_busy: boolean
}
