/** Where the sample's sites stand, for tests of circles and areas. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { LngLat } from '../../../core/geo.ts'

export function loadSitePositions(): LngLat[] {
  const file = new URL('../../../data/sample/sites.csv', import.meta.url)
  const rows = parse(readFileSync(file, 'utf8'), { columns: true }) as { lng: string; lat: string }[]
  return rows.map(({ lng, lat }) => [Number(lng), Number(lat)])
}
