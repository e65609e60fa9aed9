import { describe, expect, it } from 'vitest'
import { makeCellFinder } from '../../../core/import/find-cell.ts'
import type { MappedColumn } from '../../../core/import/read-record.ts'

const columns = ['code', 'name', null, 'position', 'position', 'commune', 'technologies', 'power_w'].map(
  (field, column): MappedColumn => ({ column, field, title: `cột ${column}`, by: 'name' }),
)

describe('the cell of what is said of a record', () => {
  const findCell = makeCellFinder({ columns })

  it.each([
    ['name', 1],
    ['position', 3],
    ['lng', 3],
    ['commune_code', 5],
    ['commune_2025_code', 5],
    ['stations.technology', 6],
    ['stations.0.power_w', 7],
  ])('of %s is in column %i', (field, column) => {
    expect(findCell(field)).toBe(column)
  })

  it('is none where no column holds the field, or nothing is said of a field', () => {
    expect(findCell('power_source')).toBeNull()
    expect(findCell('stations.bands_mhz')).toBeNull()
    expect(findCell(null)).toBeNull()
    expect(makeCellFinder(null)('name')).toBeNull()
  })
})
