/** The package brings no types; this is what we use of it. */
declare module 'shpjs' {
  /** GeoJSON geometries, null for null shapes, in the order of the file; coordinates as they stand where there is no projection. */
  export function parseShp(shp: DataView): unknown[]
  /** One object per record, deleted ones included; `encoding` as TextDecoder names it. */
  export function parseDbf(dbf: DataView, encoding?: string): Readonly<Record<string, unknown>>[]
}
