/** What does a file hold before anybody knows what it means? Rows of cells, and shapes where the format has them. */
import type { Geometry } from 'geojson'

export const importFormats = ['xlsx', 'csv', 'geojson', 'kml', 'kmz', 'gpx', 'shapefile', 'gpkg'] as const
export type ImportFormat = (typeof importFormats)[number]

/** What a spreadsheet shows instead of a value: `#REF!`, or a formula that was never worked out. */
export interface CellFault {
  readonly fault: 'formula_error' | 'formula_without_value'
  /** As the file has it. */
  readonly text: string
}

/** Texts are composed (NFC) and otherwise as they stand; a cell that the file calls a date is `YYYY-MM-DD`. */
export type RawCell = string | number | boolean | null | CellFault

export interface RawRow {
  /** As the sender's program counts: the row of the sheet, the line of the text, from 1; the number of the feature, from 1. */
  readonly at: number
  /** Cells that a merge covers are null but the first one. */
  readonly cells: readonly RawCell[]
  /** Longitude and latitude, WGS 84, without heights. Absent where the format has no shapes, null where the row has none. */
  readonly geometry?: Geometry | null
}

/** A sheet, a layer of a GIS file, or the whole of a text. */
export interface RawTable {
  readonly name: string
  /** Of a GIS file: the names of its attributes. Null: the header is among the rows and has to be found. */
  readonly header: readonly string[] | null
  readonly rows: readonly RawRow[]
}

export interface RawFile {
  readonly format: ImportFormat
  /** Tables without any row are left out; a file with none is refused. */
  readonly tables: readonly RawTable[]
  /** How a text was read: `utf-8`, `utf-16le`, `windows-1258`, `tcvn3`, `vni`; null where the format says it itself. */
  readonly encoding: string | null
  /** What the reader has changed or left out, for people to know: `converted_tcvn3`, `heights_dropped`, `macros_ignored` … */
  readonly notes: readonly RawNote[]
}

export interface RawNote {
  readonly code: string
  readonly table: string | null
  /** How often. */
  readonly count: number | null
}
