import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { convertCommunes } from '../../../server/import/convert-communes.ts'
import { readKnownProvince } from '../../helpers/known-province.ts'

const known = readKnownProvince('2026-01-01')
/** Names that are none, each another: compared with all that are known. */
const rows = 2_000
const list = ['Xã;Huyện', ...Array.from({ length: rows }, (_, n) => `Mường Nà ${n} Lạ;Điện Biên`)].join('\n')

const convert = (time_s?: number) =>
  convertCommunes(Readable.from([Buffer.from(list)]), {
    file_name: 'dài.csv',
    direction: 'to-new',
    language: 'vi',
    known,
    ...(time_s === undefined ? {} : { time_s }),
  })

describe('a list of names that are none', () => {
  it('is converted to its end', async () => {
    expect(await convert()).toMatchObject({ rows, doubtful: rows })
  })

  it('is given up when it takes too long, which is only heard where others get their turn', async () => {
    await expect(convert(0)).rejects.toMatchObject({
      code: 'import_unfit',
      params: { fault: 'reading_took_too_long' },
    })
  })
})
