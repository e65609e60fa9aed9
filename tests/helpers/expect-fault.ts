/** With which fault is a file refused? Any other end fails the test. */
import { expect } from 'vitest'
import { ImportFileError } from '../../core/import/problems.ts'
import type { RawFile } from '../../core/import/raw-table.ts'
import { readBytes } from '../../server/import/read-bytes.ts'

export function read(
  bytes: Uint8Array | string,
  file_name: string,
  central_meridian: number | null = null,
): Promise<RawFile> {
  return readBytes(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, { file_name, central_meridian })
}

export async function refusedWith(reading: Promise<RawFile>): Promise<ImportFileError> {
  const error: unknown = await reading.then(
    () => 'read',
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(ImportFileError)
  return error as ImportFileError
}

/** `fault` alone, for tables of bad files. */
export async function faultOf(bytes: Uint8Array | string, file_name: string): Promise<string> {
  return (await refusedWith(read(bytes, file_name))).fault
}
