/** Which cells does a sheet hold, as its XML passes by? Formulas give the value that was last worked out. */
import { ImportFileError } from '../../../../core/import/problems.ts'
import type { RawCell, RawTable } from '../../../../core/import/raw-table.ts'
import { mostColumns } from '../../limits.ts'
import { SheetRows } from '../../raw-rows.ts'
import type { Reading } from '../../reading.ts'
import { toTextCell } from '../../to-cell.ts'
import type { XmlEvents } from '../../xml-events.ts'
import { toColumn, toMerge, withoutCovered, type Merge } from './merges.ts'
import { toIsoDay } from './date-styles.ts'
import { GatheredText } from './shared-texts.ts'
import { isTrue } from './workbook.ts'

export interface SheetParts {
  readonly name: string
  readonly part: string
  readonly reading: Reading
  readonly texts: readonly (string | null)[]
  readonly dateStyles: readonly boolean[]
  readonly epoch: 1900 | 1904
}

export class SheetEvents implements XmlEvents {
  readonly #sheet: SheetParts
  readonly #rows: SheetRows
  readonly #merges: Merge[] = []
  readonly #inline = new GatheredText()
  #at = 0
  #cells: RawCell[] = []
  #isRowHidden = false
  // Of the cell that is being read.
  #column = -1
  #type = 'n'
  #style = 0
  #value: string | null = null
  #formula: string | null = null
  #into: 'value' | 'formula' | 'inline' | null = null

  constructor(sheet: SheetParts) {
    this.#sheet = sheet
    this.#rows = new SheetRows(sheet.reading, sheet.name)
  }

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    switch (name) {
      case 'c':
        return this.#openCell(attributes)
      case 'v':
        this.#value = ''
        this.#into = 'value'
        return
      case 'f':
        this.#formula = ''
        this.#into = 'formula'
        return
      case 'is':
        this.#into = 'inline'
        this.#inline.take()
        return
      case 'row':
        return this.#openRow(attributes)
      case 'mergeCell':
        this.#merges.push(toMerge(attributes['ref'] ?? '', this.#sheet.part))
        return
      case 'dimension':
        this.#sheet.reading.total = Number(/(\d+)$/.exec(attributes['ref'] ?? '')?.[1]) || null
        return
      default:
        if (this.#into === 'inline') this.#inline.open(name)
    }
  }

  readonly close = (name: string): void => {
    if (name === 'v' || name === 'f' || name === 'is') this.#into = null
    else if (name === 'c') this.#closeCell()
    else if (name === 'row') this.#closeRow()
    else if (this.#into === 'inline') this.#inline.close(name)
  }

  readonly text = (text: string): void => {
    if (this.#into === 'value') this.#value += text
    else if (this.#into === 'formula') this.#formula += text
    else if (this.#into === 'inline') this.#inline.add(text)
  }

  toTable(): RawTable {
    const table = this.#rows.toTable()
    return { ...table, rows: withoutCovered(table.rows, this.#merges) }
  }

  #openRow(attributes: Readonly<Record<string, string>>): void {
    this.#at = attributes['r'] === undefined ? this.#at + 1 : Number(attributes['r'])
    if (!Number.isInteger(this.#at)) this.#refuse()
    this.#isRowHidden = isTrue(attributes['hidden'])
    this.#cells = []
    this.#column = -1
  }

  #closeRow(): void {
    if (this.#isRowHidden && this.#cells.some((cell) => cell !== null)) {
      this.#sheet.reading.note('hidden_rows_read', this.#sheet.name)
    }
    this.#rows.add(this.#at, this.#cells)
    this.#cells = []
  }

  #openCell(attributes: Readonly<Record<string, string>>): void {
    const place = attributes['r']
    this.#column = place === undefined ? this.#column + 1 : toColumn(place)
    if (this.#column < 0) this.#refuse()
    this.#type = attributes['t'] ?? 'n'
    this.#style = attributes['s'] === undefined ? 0 : Number(attributes['s'])
    this.#value = null
    this.#formula = null
  }

  #closeCell(): void {
    const cell = this.#toCell()
    if (cell === null) return
    // A far cell is refused before the row is filled up to it.
    if (this.#column >= mostColumns) {
      const { reading, name } = this.#sheet
      reading.checkWidth({ table: name, width: this.#column + 1, at: this.#at })
    }
    while (this.#cells.length < this.#column) this.#cells.push(null)
    this.#cells[this.#column] = cell
  }

  #toCell(): RawCell {
    if (this.#type === 'inlineStr') return this.#inline.take()
    const value = this.#value
    if (value === null || (value === '' && this.#type !== 'str')) {
      return this.#formula === null ? null : { fault: 'formula_without_value', text: `=${this.#formula}` }
    }
    switch (this.#type) {
      case 's':
        return this.#findShared(value)
      case 'b':
        return isTrue(value.trim())
      case 'e':
        return { fault: 'formula_error', text: value }
      case 'str':
        return toTextCell(value)
      case 'd':
        return value.slice(0, 10)
      default:
        return this.#toNumber(value)
    }
  }

  #findShared(value: string): string | null {
    const text = this.#sheet.texts[Number(value)]
    return text === undefined ? this.#refuse() : text
  }

  #toNumber(value: string): RawCell {
    const number = Number(value)
    if (!Number.isFinite(number)) return toTextCell(value)
    const isDate = this.#sheet.dateStyles[this.#style] === true
    return isDate ? (toIsoDay(number, this.#sheet.epoch) ?? number) : number
  }

  #refuse(): never {
    throw new ImportFileError('file_damaged', { part: this.#sheet.part, line: this.#at })
  }
}
