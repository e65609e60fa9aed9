/** What does a text file say? Missing files and broken encodings become problems. */
import { readFile } from 'node:fs/promises'
import type { ProblemList } from './problems.ts'

/** The text, or null after a problem was noted. */
export async function readTextFile(
  path: string,
  file: string,
  problems: ProblemList,
): Promise<string | null> {
  let bytes: Buffer
  try {
    bytes = await readFile(path)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : null
    problems.add('file_missing', file, { expected: reason })
    return null
  }
  try {
    // A byte order mark is taken off.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    problems.add('encoding_invalid', file, { expected: 'UTF-8' })
    return null
  }
}
