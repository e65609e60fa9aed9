/** What has been understood of a row so far? The only thing of a reading that changes. */
import type { Geometry } from 'geojson'
import type { Fault } from '../cell-problems.ts'
import { shorten, toCellText } from '../cell-text.ts'
import type { CellProblem } from '../problems.ts'
import type { RawCell } from '../raw-table.ts'
import type { Question, ReadPosition, ReadRecord } from '../read-record.ts'
import type { Ask, Reading } from '../reading.ts'

export type Value = ReadRecord['values'][string]

export interface Draft {
  readonly at: number
  values: Record<string, Value>
  readonly problems: CellProblem[]
  readonly questions: string[]
  /** Fields of which the row says something, readable or not. */
  readonly said: Set<string>
  position: ReadPosition | null
  geometry: Geometry | null
}

export function makeDraft(at: number): Draft {
  return { at, values: {}, problems: [], questions: [], said: new Set(), position: null, geometry: null }
}

/** Where in a row something stands; `column` null for what is said of the list as a whole. */
export interface Place {
  readonly column: number | null
  readonly field: string | null
  readonly cell: RawCell
}

export function addFault(draft: Draft, { code, level, params }: Fault, { column, field, cell }: Place): void {
  const text = toCellText(cell)
  draft.problems.push({ code, level, column, field, value: text === '' ? null : shorten(text), params })
}

export interface Questions {
  readonly add: (draft: Draft, ask: Ask) => void
  readonly list: () => Question[]
}

/** So many rows are shown with a question. */
const shown = 20

export function makeQuestions(): Questions {
  const asked = new Map<string, { readonly ask: Ask; readonly rows: number[]; count: number; last: number }>()
  return {
    add(draft, ask) {
      if (!draft.questions.includes(ask.key)) draft.questions.push(ask.key)
      const known = asked.get(ask.key) ?? { ask, rows: [], count: 0, last: -1 }
      asked.set(ask.key, known)
      if (known.last === draft.at) return
      known.last = draft.at
      known.count += 1
      if (known.rows.length < shown) known.rows.push(draft.at)
    },
    list: () => [...asked.values()].map(({ ask, rows, count }) => ({ ...ask, rows, row_count: count })),
  }
}

/** The value of a reading, its faults and its question noted in the draft. */
export function take<T>(
  draft: Draft,
  reading: Reading<T>,
  { place, questions }: { readonly place: Place; readonly questions: Questions },
): T | null {
  for (const fault of reading.faults) addFault(draft, fault, place)
  if (reading.ask !== null) questions.add(draft, reading.ask)
  return reading.value
}
