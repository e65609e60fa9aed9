/** What does a value of a file become in a raw row? */
import type { RawCell } from '../../core/import/raw-table.ts'

const beyondAscii = /[^\x00-\x7f]/

/** Composed, without byte order marks; nothing where nothing is left. */
export function toTextCell(text: string): string | null {
  const composed = beyondAscii.test(text) ? text.replaceAll('\ufeff', '').normalize('NFC') : text
  return composed === '' ? null : composed
}

/** An attribute of a GIS file; lists and objects as JSON. */
export function toCell(value: unknown): RawCell {
  if (typeof value === 'string') return toTextCell(value)
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'boolean') return value
  if (typeof value === 'bigint') return Number(value)
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return null
  return toTextCell(JSON.stringify(value))
}
