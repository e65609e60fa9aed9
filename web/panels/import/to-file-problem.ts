/** Why is a file not even sent? Only what is plain before it is read: the server looks at the rest. */
import { mostImportBytes } from '../../../core/import/limits.ts'
import type { ImportWords } from './use-import-words.ts'

export function toFileProblem(
  { size }: Pick<File, 'size'>,
  { p, toSize }: Pick<ImportWords, 'p' | 'toSize'>,
): string | null {
  if (size === 0) return p('upload.empty')
  if (size <= mostImportBytes) return null
  return p('upload.too_large', { size: toSize(size), most: toSize(mostImportBytes) })
}
