import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ImportFileError } from '../../../core/import/problems.ts'
import { readImportFile, readWithin } from '../../../server/import/read-file.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-file-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

function put(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

const asked = { file_name: 'list.csv', central_meridian: null }
const manyRows = Array.from({ length: 30_000 }, (_, at) => `DB-${at},Trạm ${at},x`).join('\n')

async function faultOf(reading: Promise<unknown>): Promise<unknown> {
  return reading.then(
    () => 'read',
    (error: unknown) => (error instanceof ImportFileError ? error.fault : error),
  )
}

describe('a file that somebody sent', () => {
  it('is read beside the server, row by row as it stands, while the server does other things', async () => {
    let turns = 0
    const clock = setInterval(() => (turns += 1), 1)
    const told: number[] = []
    const file = await readImportFile(put('many.csv', manyRows), {
      ...asked,
      onProgress: (done) => told.push(done),
    })
    clearInterval(clock)
    expect(file.tables[0]?.rows).toHaveLength(30_000)
    expect(file.tables[0]?.rows.at(-1)).toEqual({ at: 30_000, cells: ['DB-29999', 'Trạm 29999', 'x'] })
    expect(told.at(-1)).toBe(30_000)
    expect(told.length).toBeGreaterThan(5)
    expect(turns).toBeGreaterThan(10)
  })

  it('is refused with what is wrong and where', async () => {
    const error: unknown = await readImportFile(put('bad.csv', 'a,"b'), asked).catch(
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(ImportFileError)
    expect(error).toMatchObject({ fault: 'file_truncated', params: { line: 1 } })
  })

  it('of 200 MB or of nothing is refused without being read', async () => {
    const path = put('large.xlsx', '')
    expect(await faultOf(readImportFile(path, asked))).toBe('file_empty')
    truncateSync(path, 200_000_000)
    expect(await faultOf(readImportFile(path, asked))).toBe('file_too_large')
  })

  it('that takes more memory than there is ends its own thread, not the server', async () => {
    const path = put('memory.csv', `${'ghi chú '.repeat(100)}\n`.repeat(50_000))
    const bounds = { time_s: 60, memory_mb: 32 }
    expect(await faultOf(readWithin(path, asked, bounds))).toBe('file_too_large')
  })

  it('that takes too long is given up', async () => {
    const bounds = { time_s: 0.001, memory_mb: 200 }
    expect(await faultOf(readWithin(put('many.csv', manyRows), asked, bounds))).toBe('reading_took_too_long')
  })

  it('is given up when nobody waits for it any more', async () => {
    const stop = new AbortController()
    const path = put('many.csv', manyRows)
    const reading = readImportFile(path, {
      ...asked,
      signal: stop.signal,
      onProgress: () => stop.abort('cancelled'),
    })
    expect(await faultOf(reading)).toBe('cancelled')
    expect(await faultOf(readImportFile(path, { ...asked, signal: stop.signal }))).toBe('cancelled')
  })
})
