import { describe, expect, it } from 'vitest'
import { findHeader } from '../../../core/import/find-header.ts'
import { importFields } from '../../../core/import/fields/import-fields.ts'
import { importNouns } from '../../../core/import/nouns.ts'
import type { RawTable } from '../../../core/import/raw-table.ts'
import { templates } from '../../../web/panels/start-real/templates.ts'

/** As a file with a title and a note above comes to be read. */
function toTable(noun: (typeof importNouns)[number]): RawTable {
  const { columns, examples } = templates[noun]
  const lines = [['Mẫu'], ['Xóa các dòng ví dụ rồi điền'], [], columns.map(({ title }) => title), ...examples]
  return { name: 'Mẫu', header: null, rows: lines.map((cells, at) => ({ at: at + 1, cells: [...cells] })) }
}

describe('a template', () => {
  it.each(importNouns)('of %s has only columns that are understood, and every one that is needed', (noun) => {
    const reading = findHeader(toTable(noun), noun)
    expect(reading.type).toBe('found')
    const { columns } = reading.mapping
    expect(columns.filter(({ field }) => field === null).map(({ title }) => title)).toEqual([])
    const fields = new Set(columns.map(({ field }) => field))
    const needed = importFields[noun].filter(({ required }) => required !== 'no').map(({ name }) => name)
    expect(needed.filter((name) => !fields.has(name))).toEqual([])
  })

  it.each(importNouns)('of %s has examples as wide as its titles', (noun) => {
    const { columns, examples } = templates[noun]
    expect(examples.length).toBeGreaterThan(0)
    for (const row of examples) expect(row).toHaveLength(columns.length)
  })
})
