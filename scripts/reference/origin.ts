/** What is the reference geometry built from? The files of data/origin and the two tables that name the units. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { CollectionOf, Geometry, LngLat, Polygon } from '../../core/geo.ts'

export interface CommuneRow {
  readonly old_code: string
  readonly old_name: string
  readonly old_name_gso: string
  readonly old_district_code: string
  readonly old_district_name: string
  readonly new_code: string
  readonly new_name: string
}

export interface CensusRow {
  readonly commune_code: string
  readonly population: string
  readonly households: string
}

export type Collection<G extends Geometry = Geometry> = CollectionOf<G, Record<string, unknown>>

export interface Origin {
  readonly communes: CollectionOf<Polygon, { readonly code: string; readonly label: LngLat }>
  readonly roads: Collection
  readonly rivers: Collection
  readonly neighbours: Collection<Polygon>
  readonly borders: Collection
  readonly rows: readonly CommuneRow[]
  readonly census: readonly CensusRow[]
}

/** @param dataFolder the folder that holds `origin/` and `reference/` */
export function readOrigin(dataFolder: string): Origin {
  const read = (file: string) => readFileSync(join(dataFolder, file), 'utf8').normalize('NFC')
  const geojson = <T>(file: string) => JSON.parse(read(`origin/${file}.geojson`)) as T
  const csv = <T>(file: string) => parse(read(`reference/${file}.csv`), { columns: true }) as T[]
  return {
    communes: geojson('communes'),
    roads: geojson('roads'),
    rivers: geojson('rivers'),
    neighbours: geojson('neighbour-provinces'),
    borders: geojson('international-borders'),
    rows: csv('communes-old-to-new'),
    census: csv('census-2019'),
  }
}
