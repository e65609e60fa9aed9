/** Which points does a drive test hold? Read line by line as it stands on the disk; the first mistake is named by its line. */
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import {
  DriveTestError,
  findSeparator,
  toHeader,
  toPoint,
  type DriveTestHeader,
  type DriveTestPoint,
  type Separator,
} from '../../core/files/drive-test.ts'

const mostPoints = 50_000
const longestLine = 10_000

/** @throws DriveTestError */
export async function readDriveTest(path: string): Promise<DriveTestPoint[]> {
  const { header: line, from_line } = await readHeaderLine(path)
  const separator = findSeparator(line)
  const points: DriveTestPoint[] = []
  let header: DriveTestHeader | null = null
  for await (const { record, info } of toRecords(path, separator, from_line)) {
    if (header === null) {
      header = toHeader(record)
      continue
    }
    if (points.length >= mostPoints) throw new DriveTestError('rows_many', { expected: String(mostPoints) })
    points.push(toPoint({ line: info.lines, cells: record, header, separator }))
  }
  if (points.length === 0) throw new DriveTestError('rows_none', { line: 2 })
  return points
}

interface ParsedRecord {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

async function* toRecords(
  path: string,
  delimiter: Separator,
  from_line: number,
): AsyncGenerator<ParsedRecord> {
  const parser = parse({
    delimiter,
    from_line,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: longestLine,
  })
  const text = Readable.from(readText(path))
  text.on('error', (error) => parser.destroy(error))
  text.pipe(parser)
  try {
    for await (const parsed of parser) yield parsed as ParsedRecord
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const { lines } = error as { readonly lines?: number }
    throw new DriveTestError('text', { line: lines ?? 1, value: error.code, expected: 'CSV' })
  } finally {
    text.destroy()
  }
}

/** A spreadsheet may say its separator on a line of its own before the header. */
async function readHeaderLine(
  path: string,
): Promise<{ readonly header: string; readonly from_line: number }> {
  let head = ''
  for await (const text of readText(path)) {
    head += text
    if (head.length > 2 * longestLine) break
  }
  const [first = '', second = ''] = head.split(/\r\n|\n|\r/)
  const header = /^sep=.?$/i.test(first.trim())
    ? { header: second, from_line: 2 }
    : { header: first, from_line: 1 }
  if (header.header.length > longestLine)
    throw new DriveTestError('separator', { line: 1, expected: ', ; tab' })
  return header
}

/** Without the mark that some programs put before UTF-8. */
async function* readText(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (bytes?: Uint8Array) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined })
    } catch {
      throw new DriveTestError('text', { line: 1, expected: 'UTF-8' })
    }
  }
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const text = decode(chunk)
    if (text.includes('\0')) throw new DriveTestError('text', { line: 1, expected: 'UTF-8' })
    yield text
  }
  yield decode()
}
