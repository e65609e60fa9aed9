/** Is a file that a library cannot read damaged? Its complaint becomes ours; only calls of libraries are wrapped. */
import { ImportFileError, type FileFault } from '../../core/import/problems.ts'
import type { ErrorParams } from '../../core/errors.ts'

export function withDamage<Result>(
  params: ErrorParams,
  read: () => Result,
  fault: FileFault = 'file_damaged',
): Result {
  try {
    return read()
  } catch (error) {
    if (error instanceof ImportFileError) throw error
    throw new ImportFileError(fault, params)
  }
}
