/** Which tables does a GeoPackage hold, and which rows? Asked of the file itself, in memory: it is an SQLite database. */
import initSqlJs, { type Database, type SqlValue } from 'sql.js'

export interface GeopackageTable {
  readonly name: string
  readonly identifier: string | null
  /** Null: it has attributes only. */
  readonly shapes: { readonly column: string; readonly projection: GeopackageProjection } | null
}

export interface GeopackageProjection {
  readonly srs_id: number
  readonly organization: string | null
  readonly organization_id: number | null
  readonly definition: string | null
}

export interface GeopackageColumn {
  readonly name: string
  /** As declared, upper case: `TEXT(40)`, `BOOLEAN`, `DATE`. */
  readonly type: string
}

/** Whatever SQLite finds wrong throws. */
export class Geopackage {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  isGeopackage(): boolean {
    const [found] = this.#ask(`
select count(*)
from sqlite_master
where lower(name) in ('gpkg_contents', 'gpkg_spatial_ref_sys')`)
    return Number(found?.[0] ?? 0) === 2
  }

  listTables(): GeopackageTable[] {
    const hasShapes = this.#ask(`
select name
from sqlite_master
where lower(name) = 'gpkg_geometry_columns'`)
    const shapes = new Map(hasShapes.length === 0 ? [] : this.#listShapes())
    const rows = this.#ask(`
select table_name, identifier
from gpkg_contents
where data_type in ('features', 'attributes')
order by rowid`)
    return rows.map(([name, identifier]) => ({
      name: String(name),
      identifier: identifier === null || identifier === undefined ? null : String(identifier),
      shapes: shapes.get(String(name).toLowerCase()) ?? null,
    }))
  }

  #listShapes(): [string, NonNullable<GeopackageTable['shapes']>][] {
    const rows = this.#ask(`
select columns.table_name, columns.column_name, columns.srs_id, systems.organization, systems.organization_coordsys_id,
  systems.definition
from gpkg_geometry_columns as columns
left join gpkg_spatial_ref_sys as systems on systems.srs_id = columns.srs_id`)
    return rows.map(([table, column, srs, organization, number, definition]) => [
      String(table).toLowerCase(),
      {
        column: String(column),
        projection: {
          srs_id: Number(srs),
          organization: typeof organization === 'string' ? organization : null,
          organization_id: typeof number === 'number' ? number : null,
          definition: typeof definition === 'string' ? definition : null,
        },
      },
    ])
  }

  listColumns(table: string): GeopackageColumn[] {
    return this.#ask(`pragma table_info(${quote(table)})`).map(([, name, type]) => ({
      name: String(name),
      type: String(type ?? '').toUpperCase(),
    }))
  }

  countRows(table: string): number {
    return Number(this.#ask(`select count(*) from ${quote(table)}`)[0]?.[0] ?? 0)
  }

  /** One by one, in the order of the file. */
  *rows(table: string): Generator<readonly SqlValue[], void, undefined> {
    const statement = this.#database.prepare(`select * from ${quote(table)}`)
    try {
      while (statement.step()) yield statement.get()
    } finally {
      statement.free()
    }
  }

  close(): void {
    this.#database.close()
  }

  #ask(question: string): readonly (readonly SqlValue[])[] {
    return this.#database.exec(question)[0]?.values ?? []
  }
}

export async function openGeopackage(bytes: Uint8Array): Promise<Geopackage> {
  const { Database } = await initSqlJs()
  return new Geopackage(new Database(bytes))
}

/** A table’s name as the file has it: any text, so it is quoted as SQLite quotes names. */
function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
