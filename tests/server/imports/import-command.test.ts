import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPostgres } from '../../../server/db/postgres.ts'
import { runToEnd, type Environment } from '../../helpers/commands.ts'
import { createPostgresCopy } from '../../helpers/postgres-copies.ts'

const list = [
  'DANH SÁCH TRẠM BTS',
  'Mã trạm;Tên trạm;Vĩ độ;Kinh độ;Công nghệ;Nguồn điện',
  'TL-N1;Plei Một 1;14,40601;108,0811;2G/4G;điện lưới',
  'TL-N2;Plei Hai 1;chưa đo;108,073;4G;điện lưới',
].join('\n')

describe('npm run import', () => {
  let environment: Environment
  let folder: string
  let drop: () => Promise<void>
  let url: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-'))
    const copy = await createPostgresCopy('other-province')
    ;({ url, drop } = copy)
    environment = { DATABASE_URL: url, DATA_DIR: folder, LANGUAGE: 'vi' }
    await writeFile(join(folder, 'trạm.csv'), list)
  })
  afterAll(async () => {
    await drop()
    await rm(folder, { recursive: true, force: true })
  })

  const run = (...args: readonly string[]) => runToEnd('scripts/import.ts', args, environment)
  const file = () => [join(folder, 'trạm.csv'), '--noun', 'sites', '--sender', 'alpha-tel']
  const findStatus = async () => {
    const db = await openPostgres({ url })
    const [site] = await db.query<{ status: string }>(`select status from sites where code = 'TL-N1'`)
    await db.close()
    return site?.status ?? null
  }

  it('tells what a file would change, writes it when asked, and takes it back', async () => {
    const problems = join(folder, 'cần sửa.xlsx')
    const told = await run(...file(), '--problems', problems)
    expect(told).toMatchObject({ code: 0 })
    expect(told.output).toContain('1 mới')
    expect(told.output).toContain('“Nguồn điện”: Nguồn điện')
    expect(told.output).toMatch(/4.*Không đọc được tọa độ/)
    expect(told.output).toContain('chưa ghi gì')
    expect((await readFile(problems)).subarray(0, 2).toString()).toBe('PK')
    expect(await findStatus()).toBeNull()

    const applied = await run(...file(), '--apply')
    expect(applied).toMatchObject({ code: 0 })
    expect(await findStatus()).toBe('live')
    const id = /--undo (\d+)/.exec(applied.output)?.[1]
    expect(await run('--undo', id ?? '')).toMatchObject({ code: 0 })
    expect(await findStatus()).toBe('retired')
  })

  it('says what is wrong with a file, and how it is used, without a stack', async () => {
    await writeFile(join(folder, 'trống.csv'), '\n\n')
    const empty = await run(join(folder, 'trống.csv'), '--noun', 'sites')
    expect(empty).toMatchObject({
      code: 1,
      output: expect.stringContaining('Mở tệp xem có dữ liệu không') as string,
    })
    expect(empty.output).not.toMatch(/\n\s+at /)
    expect(await run('--noun', 'trams')).toMatchObject({
      code: 2,
      output: expect.stringContaining('npm run import') as string,
    })
    const missing = await run(join(folder, 'không có.csv'), '--noun', 'sites')
    expect(missing.code).toBe(1)
    expect(missing.output).not.toMatch(/\n\s+at /)
  })
})
