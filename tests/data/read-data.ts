/** Reads the committed data files as the loader would: CSV rows as texts, GeoJSON as it stands. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import type { CollectionOf, Geometry } from '../../core/geo.ts'

export const dataFolder = fileURLToPath(new URL('../../data/', import.meta.url))

export type Row = Readonly<Record<string, string>>

export function readText(file: string): string {
  return readFileSync(`${dataFolder}${file}`, 'utf8')
}

export function readCsv(file: string): Row[] {
  return parse(readText(file), { columns: true }) as Row[]
}

export function readGeoJson<G extends Geometry, P = Record<string, unknown>>(file: string) {
  return (JSON.parse(readText(file)) as CollectionOf<G, P>).features
}
