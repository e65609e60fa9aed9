/** How do rows become a GeoJSON FeatureCollection (RFC 7946)? As text: geometries stay exactly as the database wrote them. */
import type { LayerRow } from '../db/layer-rows.ts'

/** @param names of the properties, in their order; a row that lacks one is a bug */
export function toFeatureCollectionText(names: readonly string[], rows: readonly LayerRow[]): string {
  const box = createBox()
  const features = rows.map((row) => {
    if (row.geometry !== null) box.add((JSON.parse(row.geometry) as { coordinates: Coordinates }).coordinates)
    const id = JSON.stringify(row.feature_id)
    return `{"type":"Feature","id":${id},"geometry":${row.geometry ?? 'null'},"properties":${toProperties(row, names)}}`
  })
  const bbox = box.isEmpty() ? '' : `"bbox":${JSON.stringify(box.corners)},`
  return `{"type":"FeatureCollection",${bbox}"features":[${features.join(',')}]}`
}

function toProperties(row: LayerRow, names: readonly string[]): string {
  return JSON.stringify(
    Object.fromEntries(
      names.map((name) => {
        const value = row[name]
        if (value === undefined) throw new Error(`The layer's rows have no column ${name}`)
        return [name, value]
      }),
    ),
  )
}

type Coordinates = readonly number[] | readonly Coordinates[]

function createBox() {
  const corners = [Infinity, Infinity, -Infinity, -Infinity]
  const add = (coordinates: Coordinates): void => {
    if (!isPosition(coordinates)) return coordinates.forEach(add)
    const [lng = NaN, lat = NaN] = coordinates
    corners[0] = Math.min(corners[0]!, lng)
    corners[1] = Math.min(corners[1]!, lat)
    corners[2] = Math.max(corners[2]!, lng)
    corners[3] = Math.max(corners[3]!, lat)
  }
  return { add, corners, isEmpty: () => corners[0] === Infinity }
}

function isPosition(coordinates: Coordinates): coordinates is readonly number[] {
  return typeof coordinates[0] === 'number'
}
