/** What does a cell say in a field? One reader for each kind of field; every text is read once, however often it stands there. */
import { toPlainText } from '../../plain-text.ts'
import { toSearchText } from '../../text.ts'
import { toError } from '../cell-problems.ts'
import { isBlank, toCellLines, toCellText } from '../cell-text.ts'
import type { ImportField } from '../fields/field.ts'
import type { NameMatcher } from '../match-names.ts'
import type { Match } from '../names/match.ts'
import type { RawCell } from '../raw-table.ts'
import { toAsk, toFault, toNothing, toReading, type Reading } from '../reading.ts'
import { findDecimalMark } from '../values/decimal-mark.ts'
import { findDayOrder, readDay } from '../values/read-day.ts'
import { readNumber } from '../values/read-number.ts'
import { readWord, readYesNo } from '../values/read-words.ts'
import type { Value } from './draft.ts'

export type CellReader = (cell: RawCell) => Reading<Value>

export interface CellContext {
  readonly names: NameMatcher
  readonly today: string
  /** Of the column: what its clear cells say of its doubtful ones. */
  readonly cells: () => Iterable<RawCell>
  readonly title: string
}

export function makeCellReader(field: ImportField, context: CellContext): CellReader {
  const read = toReader(field, context)
  const known = new Map<RawCell, Reading<Value>>()
  return (cell) => {
    const found = known.get(cell)
    if (found !== undefined) return found
    const reading = isBlank(toCellText(cell)) ? toNothing() : read(cell)
    known.set(cell, reading)
    return reading
  }
}

function toReader({ read }: ImportField, context: CellContext): CellReader {
  switch (read.as) {
    case 'text':
      return (cell) => readText(cell, read)
    case 'code':
      return (cell) => readCode(cell, read)
    case 'number': {
      const mark = findDecimalMark(context.cells())
      const factor = toTitleFactor(context.title, read.units)
      return (cell) => readNumber(cell, { ...read, mark, factor })
    }
    case 'day': {
      const order = findDayOrder(context.cells())
      return (cell) => readDay(cell, { order, latest: read.when === 'past' ? context.today : null })
    }
    case 'yes_no':
      return (cell) => readYesNo(toCellText(cell), toSearchText(toCellText(cell)))
    case 'word':
      return (cell) => readWord(toSearchText(toCellText(cell)), read.words)
    case 'names':
      return (cell) => toReading(splitList(toCellText(cell)))
    case 'carrier':
      return (cell) => toCarrier(toCellText(cell), context.names)
    case 'carriers':
      return (cell) => readCarriers(toCellText(cell), context.names)
    case 'mast_kind':
    case 'source':
    case 'act':
    case 'indicator': {
      const of = read.as
      return (cell) =>
        fromMatch(context.names.matchCode(of, toCellText(cell)), ({ code }) => code, `${of}_unknown`)
    }
    case 'noun':
      return toNothing
  }
}

function readText(
  cell: RawCell,
  { longest, shape }: { readonly longest: number; readonly shape: 'line' | 'lines' },
): Reading<string> {
  const text = toPlainText(shape === 'lines' ? toCellLines(cell) : toCellText(cell), shape)
  if (text === null) return toFault(toError('text_unseen'))
  return text.length > longest ? toFault(toError('text_too_long', { most: longest })) : toReading(text)
}

function readCode(
  cell: RawCell,
  { pattern, letters }: { readonly pattern: RegExp; readonly letters: 'as_is' | 'lower' },
): Reading<string> {
  const text = letters === 'lower' ? toCellText(cell).toLowerCase() : toCellText(cell)
  return pattern.test(text)
    ? toReading(text)
    : toFault(toError('code_invalid', { expected: 'A–Z, 0–9, - _ . /' }))
}

/** `Chiều dài (km)` where the field has metres. */
function toTitleFactor(title: string, units: Readonly<Record<string, number>>): number {
  const named = [...title.matchAll(/[([]\s*([\p{L}\d²/]+)\s*[)\]]/gu)].map(([, unit = '']) =>
    unit.toLocaleLowerCase('vi'),
  )
  const last = title.trim().split(/\s+/).at(-1)?.toLocaleLowerCase('vi') ?? ''
  const unit = [...named, last.length > 1 ? last : ''].find((text) => units[text] !== undefined)
  return unit === undefined ? 1 : (units[unit] ?? 1)
}

const listMarks = /\s*(?:[,;/+&\n]|\s(?:và|va|and)\s)\s*/iu

function splitList(text: string): string[] {
  return [...new Set(text.split(listMarks).filter((part) => !isBlank(part)))]
}

export function toCarrier(text: string, names: NameMatcher): Reading<string> {
  return fromMatch(names.matchCarrier(text), ({ code }) => code, 'carrier_unknown')
}

/** `Không` is nobody. */
function readCarriers(text: string, names: NameMatcher): Reading<readonly string[]> {
  const folded = toSearchText(text)
  if (/^(?:khong|chua)\b/.test(folded)) return toReading([])
  const codes: string[] = []
  for (const part of splitList(text)) {
    const reading = toCarrier(part, names)
    if (reading.value === null) return { ...reading, value: null }
    codes.push(reading.value)
  }
  return toReading([...new Set(codes)])
}

export function fromMatch<T>(
  match: Match<T>,
  toValue: (record: T) => string,
  code: Parameters<typeof toError>[0],
): Reading<string> {
  if (match.type === 'found') return toReading(toValue(match.record))
  return match.type === 'ask' ? toAsk(match.ask) : toFault(toError(code))
}
