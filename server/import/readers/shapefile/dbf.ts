/** Which attributes does a dBASE table hold? Days as ISO, in the encoding that a `.cpg` declares or the bytes tell. */
import { parseDbf } from 'shpjs'
import { ImportFileError } from '../../../../core/import/problems.ts'
import { mostColumns, mostRows } from '../../limits.ts'
import { decodeSingleBytes } from '../../decode-text.ts'
import { withDamage } from '../../with-damage.ts'
import { toView } from './to-view.ts'

type Attributes = Readonly<Record<string, unknown>>

export interface DbfTable {
  readonly columns: readonly string[]
  /** Null: deleted, though still in the file. */
  readonly records: readonly (Attributes | null)[]
  readonly encoding: string
}

interface Shape {
  readonly records: number
  readonly head_bytes: number
  readonly record_bytes: number
  readonly columns: number
}

const field_bytes = 32
const deleted = '*'.charCodeAt(0)

export function readDbf(
  dbf: Buffer,
  { name, declared }: { readonly name: string; readonly declared: string | null },
): DbfTable {
  const part = `${name}.dbf`
  const shape = readShape(dbf, { part, name })
  const { encoding, charset } = findEncoding(dbf.subarray(shape.head_bytes), declared)
  const plain = withoutExtras(dbf, shape)
  const records = withDamage({ part }, () => parseDbf(toView(plain), charset))
  const first = field_bytes * (shape.columns + 1) + 1
  return {
    columns: Object.keys(records[0] ?? {}),
    records: records.map((record, at) =>
      plain[first + at * shape.record_bytes] === deleted ? null : withIsoDays(record),
    ),
    encoding,
  }
}

/** The library believes the counts of the head: they are compared with the bytes that are there. */
function readShape(dbf: Buffer, { part, name }: { readonly part: string; readonly name: string }): Shape {
  if (dbf.length < field_bytes + 1) throw new ImportFileError('file_truncated', { part })
  const records = dbf.readUInt32LE(4)
  const head_bytes = dbf.readUInt16LE(8)
  const record_bytes = dbf.readUInt16LE(10)
  let columns = 0
  let width = 1
  for (let at = field_bytes; at < head_bytes - 1 && dbf[at] !== 0x0d; at += field_bytes) {
    if (at + field_bytes > dbf.length) throw new ImportFileError('file_truncated', { part })
    width += dbf.readUInt8(at + 16)
    columns += 1
  }
  if (columns > mostColumns) throw new ImportFileError('columns_too_many', { most: mostColumns, table: name })
  if (columns === 0 || width !== record_bytes) throw new ImportFileError('file_damaged', { part })
  if (records > mostRows) throw new ImportFileError('rows_too_many', { most: mostRows, table: name })
  if (head_bytes + records * record_bytes > dbf.length) throw new ImportFileError('file_truncated', { part })
  return { records, head_bytes, record_bytes, columns }
}

/** FoxPro puts more between the fields and the records than the library skips. */
function withoutExtras(dbf: Buffer, { records, head_bytes, record_bytes, columns }: Shape): Buffer {
  const fields = Buffer.from(dbf.subarray(0, field_bytes * (columns + 1)))
  fields.writeUInt16LE(fields.length + 1, 8)
  return Buffer.concat([
    fields,
    Buffer.from([0x0d]),
    dbf.subarray(head_bytes, head_bytes + records * record_bytes),
  ])
}

/** As the decoder names it: `1258`, `ANSI 1258`, `CP1258`, `65001`, `UTF-8`, `88591`. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/^(utf-?8|65001|cp65001)$/i, 'utf-8'],
  [/^(?:ansi\s*|cp-?|windows-?|ms-?)?(125\d|874)$/i, 'windows-$1'],
  [/^(?:iso[\s_-]?)?8859[\s_-]?(\d{1,2})$/i, 'iso-8859-$1'],
  [/^(us-?)?ascii$/i, 'utf-8'],
]

function findEncoding(records: Buffer, declared: string | null): { encoding: string; charset: string } {
  const name = declared?.replace(/[\0\s]+$/g, '').replace(/^\W+/, '') ?? ''
  if (name === '' || /^(system|default)$/i.test(name)) return tellEncoding(records)
  const [pattern, charset] = spellings.find(([spelling]) => spelling.test(name)) ?? []
  if (pattern === undefined || charset === undefined) {
    throw new ImportFileError('encoding_unsupported', { encoding: name.slice(0, 40) })
  }
  const label = name.replace(pattern, charset)
  return { encoding: label, charset: label }
}

/** Texts are cut to the width of their column, through the middle of a letter too: some invalid bytes are no proof. */
function tellEncoding(records: Buffer): { encoding: string; charset: string } {
  const broken = new TextDecoder('utf-8').decode(records).match(/\ufffd/g)?.length ?? 0
  const beyondAscii = records.reduce((count, byte) => count + (byte > 0x7f ? 1 : 0), 0)
  if (broken <= beyondAscii / 20) return { encoding: 'utf-8', charset: 'utf-8' }
  const { encoding, letters } = decodeSingleBytes(records)
  return { encoding, charset: letters === null ? encoding : 'windows-1252' }
}

/** The library makes local midnights of days; an empty field becomes no day at all. */
function withIsoDays(record: Attributes): Attributes {
  const values = Object.entries(record).map(([name, value]) => [
    name,
    value instanceof Date ? toIsoDay(value) : value,
  ])
  return Object.fromEntries(values) as Attributes
}

function toIsoDay(date: Date): string | null {
  if (Number.isNaN(date.getTime())) return null
  const two = (value: number) => String(value).padStart(2, '0')
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
