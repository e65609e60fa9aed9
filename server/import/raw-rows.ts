/** Which rows has a table so far? Each is counted before it is kept; what is empty at its end is cut off. */
import type { Geometry } from 'geojson'
import type { RawCell, RawRow, RawTable } from '../../core/import/raw-table.ts'
import type { Reading } from './reading.ts'
import { toCell, toTextCell } from './to-cell.ts'

/** Of a sheet or a text: the header is among the rows. */
export class SheetRows {
  readonly rows: RawRow[] = []
  readonly #reading: Reading
  readonly #name: string

  constructor(reading: Reading, name: string) {
    this.#reading = reading
    this.#name = name
  }

  /** Rows without a value are left out. The array is kept, not copied. */
  add(at: number, cells: RawCell[]): void {
    while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop()
    if (cells.length === 0) return
    this.#reading.countRow({ table: this.#name, rows: this.rows.length + 1, width: cells.length, at })
    this.rows.push({ at, cells })
  }

  toTable(): RawTable {
    return { name: this.#name, header: null, rows: this.rows }
  }
}

/** Of a GIS file: each feature names its attributes, the columns stand in the order in which they appear. */
export class FeatureRows {
  readonly #rows: { at: number; cells: RawCell[]; geometry?: Geometry | null }[] = []
  readonly #columns = new Map<string, number>()
  readonly #reading: Reading
  readonly #name: string

  constructor(reading: Reading, name: string, columns: readonly string[] = []) {
    this.#reading = reading
    this.#name = name
    for (const column of columns) this.#findColumn(column, 0)
  }

  get name(): string {
    return this.#name
  }

  /** @param geometry undefined where the table has no shapes */
  add(
    at: number,
    attributes: Iterable<readonly [string, unknown]>,
    geometry: Geometry | null | undefined,
  ): void {
    const cells: RawCell[] = []
    for (const [column, value] of attributes) {
      const place = this.#findColumn(column, at)
      while (cells.length <= place) cells.push(null)
      cells[place] = toCell(value)
    }
    this.#reading.countRow({ table: this.#name, rows: this.#rows.length + 1, width: this.#columns.size, at })
    this.#rows.push(geometry === undefined ? { at, cells } : { at, cells, geometry })
  }

  toTable(): RawTable {
    const width = this.#columns.size
    for (const { cells } of this.#rows) while (cells.length < width) cells.push(null)
    return { name: this.#name, header: [...this.#columns.keys()], rows: this.#rows }
  }

  #findColumn(given: string, at: number): number {
    const name = toTextCell(given) ?? ''
    const known = this.#columns.get(name)
    if (known !== undefined) return known
    const place = this.#columns.size
    this.#reading.checkWidth({ table: this.#name, width: place + 1, at })
    this.#columns.set(name, place)
    return place
  }
}
