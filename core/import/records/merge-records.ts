/** Do several rows speak of one record? They make one together; where they say different things of it, that is a problem. */
import { toGeodesic } from '../../measure/geodesic.ts'
import { toError } from '../cell-problems.ts'
import type { CellProblem } from '../problems.ts'
import type { ReadRecord, ReadStation } from '../read-record.ts'
import { shorten } from '../cell-text.ts'

type ValueOf = ReadRecord['values'][string]

/** Two surveys of one mast differ by some metres. */
const samePlace_m = 20
/** Each row may have its own remark: the first is kept. */
const notCompared: ReadonlySet<string> = new Set(['note'])

export interface Merger {
  readonly add: (record: ReadRecord) => void
  readonly list: () => ReadRecord[]
}

/** @param columnOf the column of a field, to show a difference in */
export function makeMerger(columnOf: (field: string) => number | null): Merger {
  const records: ReadRecord[] = []
  const places = new Map<string, number>()
  return {
    add(record) {
      const place = record.key === null ? undefined : places.get(record.key)
      const known = place === undefined ? undefined : records[place]
      if (place !== undefined && known !== undefined) {
        records[place] = merge(known, record, columnOf)
        return
      }
      if (record.key !== null) places.set(record.key, records.length)
      records.push(record)
    },
    list: () => records,
  }
}

function merge(first: ReadRecord, next: ReadRecord, columnOf: (field: string) => number | null): ReadRecord {
  const [row = 0] = next.rows
  const problems: CellProblem[] = next.problems.map((problem) => ({
    ...problem,
    params: { row, ...problem.params },
  }))
  const differ = (field: string, before: string, after: string) => {
    const { code, level, params } = toError('twice_in_file', {
      row,
      first_row: first.rows[0] ?? 0,
      before,
      after,
    })
    problems.push({ code, level, column: columnOf(field), field, value: after, params })
  }
  const values: Record<string, ValueOf> = { ...first.values }
  for (const [field, value] of Object.entries(next.values)) {
    const before = values[field]
    if (before === undefined || before === null) values[field] = value
    else if (field === 'stations') values[field] = joinStations(before, value, differ)
    else if (!notCompared.has(field) && toText(before) !== toText(value))
      differ(field, toText(before), toText(value))
  }
  if (isElsewhere(first, next)) differ('position', first.position?.text ?? '', next.position?.text ?? '')
  return {
    ...first,
    rows: [...new Set([...first.rows, ...next.rows])],
    values,
    position: first.position ?? next.position,
    geometry: first.geometry ?? next.geometry,
    problems: [...first.problems, ...problems],
    questions: [...new Set([...first.questions, ...next.questions])],
  }
}

function toText(value: ValueOf): string {
  return shorten(typeof value === 'object' ? JSON.stringify(value) : String(value))
}

function isElsewhere({ position: a }: ReadRecord, { position: b }: ReadRecord): boolean {
  if (a === null || b === null || a.text === b.text) return false
  return toGeodesic([a.lng, a.lat], [b.lng, b.lat]).distance_m > samePlace_m
}

type Differ = (field: string, before: string, after: string) => void

function joinStations(before: ValueOf, after: ValueOf, differ: Differ): readonly ReadStation[] {
  const stations = [...(before as readonly ReadStation[])]
  for (const station of after as readonly ReadStation[]) {
    const place = stations.findIndex(
      (one) => one.carrier_code === station.carrier_code && one.technology === station.technology,
    )
    const known = stations[place]
    if (known === undefined) {
      stations.push(station)
      continue
    }
    for (const [field, value] of Object.entries(station)) {
      const said = known[field]
      if (said === undefined || said === null || String(said) === String(value)) continue
      differ(field, String(said), String(value))
    }
    stations[place] = { ...station, ...known }
  }
  return stations
}
