import { describe, expect, it } from 'vitest'
import type { ImportPlace, ImportRecord } from '../../../core/api/imports.ts'
import { exampleImport } from '../../../core/api/import-records.ts'
import {
  countUnderstood,
  toColumnLetter,
  withConstant,
  withField,
  withHeaderRow,
} from '../../../web/state/import-mapping.ts'
import {
  findPlaceAt,
  toImportBounds,
  toImportFeatures,
  toRowPlaces,
} from '../../../web/state/import-places.ts'
import { isNewRecord, toPagesInSight, toRowNumbers } from '../../../web/state/import-rows.ts'
import {
  toAccepted,
  toFirstRowTab,
  toFirstTab,
  toLateFault,
  toProgressShare,
  toWritten,
} from '../../../web/state/import-steps.ts'

const record = exampleImport as unknown as ImportRecord

describe('what is to be done with a file next', () => {
  it('is its columns where nobody understands them, then its questions, then the preview', () => {
    const columns = [{ column: 0, title: 'A', field: null, by: 'none' as const }]
    expect(toFirstTab({ ...record, mapping: { header_rows: [], columns, constants: {} } })).toBe('columns')
    expect(toFirstTab({ ...record, mapping: null })).toBe('columns')
    expect(toFirstTab(record)).toBe('questions')
    expect(toFirstTab({ ...record, question_count: 0 })).toBe('preview')
    expect(toFirstTab({ ...record, state: 'applied', may: ['undo'] })).toBe('preview')
  })

  it('begins among the rows with those that somebody has to decide', () => {
    const { counts } = record
    if (counts === null) throw new Error('the example has counts')
    const first = (changed: object, may = record.may) =>
      toFirstRowTab({ counts: { ...counts, ...changed }, may })
    expect(first({})).toBe('conflicting')
    expect(first({ conflicting: 0, refused: 0 })).toBe('new')
    const stays = { new: 0, changed: 0, conflicting: 0, asking: 0, refused: 0 }
    expect(first(stays)).toBe('unchanged')
    expect(first({ ...stays, unchanged: 0 })).toBe('missing')
  })

  it('begins among the rows with what was written once nothing can be decided any more', () => {
    const { counts } = record
    if (counts === null) throw new Error('the example has counts')
    expect(toFirstRowTab({ counts, may: ['undo'] })).toBe('new')
    expect(toFirstRowTab({ counts: { ...counts, new: 0 }, may: ['undo'] })).toBe('changed')
    expect(toFirstRowTab({ counts: { ...counts, new: 0, changed: 0 }, may: [] })).toBe('conflicting')
  })

  it('is to look at it again where writing it went wrong, told once nothing is done to it any more', () => {
    const fault = { code: 'import_outdated', params: {} }
    const writing = { step: 'writing', done: 0, total: 10 } as const
    expect(toLateFault({ state: 'checked', fault, progress: null })).toBe(fault)
    expect(toLateFault({ state: 'checked', fault, progress: writing })).toBeNull()
    expect(toLateFault({ state: 'failed', fault, progress: null })).toBeNull()
  })

  it('tells how far a step is only where its end is known', () => {
    expect(toProgressShare({ step: 'reading', done: 5, total: null })).toBeNull()
    expect(toProgressShare({ step: 'writing', done: 0, total: 50_000 })).toBeNull()
    expect(toProgressShare({ step: 'comparing', done: 12, total: 10 })).toBe(1)
    expect(toProgressShare({ step: 'comparing', done: 1, total: 4 })).toBe(0.25)
  })
})

describe('a row of something new', () => {
  const changes = [{ field: 'name', before: null, after: 'Nà Tấu' }]

  it('is one even while it waits to be accepted, and tells no values of before', () => {
    expect(isNewRecord({ status: 'new', record_id: null, changes })).toBe(true)
    expect(isNewRecord({ status: 'conflicting', record_id: null, changes })).toBe(true)
  })

  it('is not one where a record only gets what it lacked, or is known by something else than a number', () => {
    expect(isNewRecord({ status: 'conflicting', record_id: 7, changes })).toBe(false)
    const known = [...changes, { field: 'people', before: 90, after: 95 }]
    expect(isNewRecord({ status: 'conflicting', record_id: null, changes: known })).toBe(false)
  })
})

describe('what would be written', () => {
  it('leaves out conflicts that nobody accepted, and the missing unless they are to be retired', () => {
    expect(toWritten(record)).toEqual({
      new: 12,
      changed: 8,
      accepted: 0,
      retired: 0,
      left: { conflicting: 1, asking: 1, refused: 2 },
      total: 20,
    })
    const accepted = toWritten({
      ...record,
      conflicts: [{ code: 'near_site', rows: 1, accepted: true }],
      retire_missing: true,
    })
    expect(accepted).toMatchObject({ accepted: 1, retired: 3, left: { conflicting: 0 }, total: 24 })
  })

  it('never counts more accepted conflicts than there are rows in conflict', () => {
    const conflicts = [
      { code: 'near_site' as const, rows: 1, accepted: true },
      { code: 'moved_far' as const, rows: 1, accepted: true },
    ]
    expect(toWritten({ ...record, conflicts }).accepted).toBe(1)
  })

  it('switches one kind of conflict and keeps the others', () => {
    const conflicts = [
      { code: 'near_site' as const, rows: 1, accepted: true },
      { code: 'moved_far' as const, rows: 2, accepted: false },
    ]
    expect(toAccepted(conflicts, 'moved_far')).toEqual(['near_site', 'moved_far'])
    expect(toAccepted(conflicts, 'near_site')).toEqual([])
  })
})

describe('a mapping that is corrected', () => {
  const mapping = {
    header_rows: [4],
    columns: [{ column: 2, title: 'Mã trạm', field: 'code', by: 'name' as const }],
    constants: { carrier_code: 'viettel' },
  }

  it('keeps the columns in their order and says who chose', () => {
    const corrected = withField(mapping, { column: 0, title: 'Tên', field: 'name' })
    expect(corrected.columns.map(({ column, by }) => [column, by])).toEqual([
      [0, 'person'],
      [2, 'name'],
    ])
    const left_out = withField(corrected, { column: 2, title: 'Mã trạm', field: null })
    expect(countUnderstood(left_out)).toBe(1)
  })

  it('finds its columns anew under another header, which may have two rows', () => {
    const two = withHeaderRow(mapping, 5)
    expect(two).toMatchObject({ header_rows: [4, 5], columns: [] })
    expect(withHeaderRow(two, 4).header_rows).toEqual([5])
  })

  it('drops a value for all rows when nothing is said any more', () => {
    expect(withConstant(mapping, 'carrier_code', '  ').constants).toEqual({})
    expect(withConstant(mapping, 'basis', 'declared ').constants).toEqual({
      carrier_code: 'viettel',
      basis: 'declared',
    })
  })

  it('calls columns as a spreadsheet does', () => {
    expect([0, 25, 26, 701, 702].map(toColumnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
  })
})

describe('rows on the map', () => {
  const place = (status: ImportPlace['status'], from: number[] | null, to: number[] | null): ImportPlace => ({
    at: 12,
    status,
    label: `${status} Ẳng Lo`,
    from,
    to,
  })
  const places = toRowPlaces([
    place('new', null, [103, 21]),
    place('changed', [103.1, 21.4], [103.2, 21.5]),
    place('unchanged', [103.3, 21.6], [103.3, 21.6]),
    place('missing', [103.4, 21.7], null),
    place('refused', null, null),
  ])

  it('stand each under a mark of its own, a line leading to what moves', () => {
    const features = toImportFeatures(places)
    expect(features.map(({ properties }) => properties.mark ?? properties.role)).toEqual([
      'link',
      'added',
      'todo',
      'unchanged',
      'missing',
    ])
    expect(features[0]?.geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [103.1, 21.4],
        [103.2, 21.5],
      ],
    })
  })

  it('are small where they are so many that they would cover the map', () => {
    const toCrowded = (count: number) =>
      toImportFeatures(
        toRowPlaces(Array.from({ length: count }, () => place('new', null, [103, 21]))),
      ).filter(({ properties }) => properties.crowded).length
    expect(toCrowded(1000)).toBe(0)
    expect(toCrowded(1001)).toBe(1001)
  })

  it('are framed with both ends of what moves; without any place there is nothing to frame', () => {
    expect(toImportBounds(places)).toEqual([103, 21, 103.4, 21.7])
    expect(toImportBounds(toRowPlaces([place('refused', null, null)]))).toBeNull()
  })

  it('are found by a click near enough, at either end', () => {
    expect(findPlaceAt(places, [103.001, 21.001], 9)?.group).toBe('new')
    expect(findPlaceAt(places, [103.1, 21.4], 12)?.group).toBe('changed')
    expect(findPlaceAt(places, [103.05, 21.05], 12)).toBeNull()
  })
})

describe('rows in sight', () => {
  it('lie on the pages between the first and the last', () => {
    expect(toPagesInSight({ first: 95, last: 205 }, 100)).toEqual([0, 1, 2])
    expect(toPagesInSight({ first: 0, last: 0 }, 100)).toEqual([0])
  })

  it('name the rows of a record, of many the first ones', () => {
    expect(toRowNumbers([12, 13])).toBe('12, 13')
    expect(toRowNumbers([1, 2, 3, 4, 5])).toBe('1, 2, 3, 4, …')
  })
})
