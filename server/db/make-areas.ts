/** Is a shape the area of a unit, and if it is not quite sound, which area is meant by it? */
import type { Geometry, LngLat, MultiPolygon, Polygon } from '../../core/geo.ts'
import type { Client, Row } from './database.ts'

export interface MadeArea {
  readonly geometry: Polygon | MultiPolygon
  /** Within it: where its name can stand. */
  readonly label: LngLat
  readonly area_km2: number
  /** `repaired`: lines crossed, or rings overlapped. */
  readonly how: 'as_given' | 'repaired'
}

/**
 * SQL for the valid area of a GeoJSON shape; null where nothing of it is an area. What is valid stays as it was drawn. Repaired, it
 * keeps six decimals, as every position does, and stays valid with them.
 */
export function toValidArea(geojson: string): string {
  return `(
    select case
      when st_isempty(part.area) then null
      when st_numgeometries(part.area) = 1 then st_geometryn(part.area, 1)
      else part.area
    end
    from st_geomfromgeojson(${geojson}) as given (geom)
    cross join lateral (
      select case
        when st_isvalid(given.geom) and geometrytype(given.geom) in ('POLYGON', 'MULTIPOLYGON') then given.geom
        else st_reduceprecision(st_collectionextract(st_makevalid(given.geom), 3), 0.000001)
      end as area
    ) part
  )`
}

/** In the order of the shapes; null: no area. */
export async function makeAreas(client: Client, shapes: readonly Geometry[]): Promise<(MadeArea | null)[]> {
  const made: (MadeArea | null)[] = []
  // Borders of communes are long: some at a time.
  for (let from = 0; from < shapes.length; from += 50) {
    const part = JSON.stringify(shapes.slice(from, from + 50))
    const rows = await client.query<Row & MadeArea & { is_area: boolean }>(selectAreas, [part])
    made.push(
      ...rows.map(({ is_area, geometry, label, area_km2, how }) =>
        is_area ? { geometry, label, area_km2, how } : null,
      ),
    )
  }
  return made
}

const selectAreas = `
select
  area.geom is not null as is_area,
  st_asgeojson(area.geom, 6, 0)::jsonb as geometry,
  array[
    round(st_x(st_pointonsurface(area.geom))::numeric, 6)::double precision,
    round(st_y(st_pointonsurface(area.geom))::numeric, 6)::double precision
  ] as label,
  round((st_area(area.geom::geography) / 1000000)::numeric, 3)::double precision as area_km2,
  case when st_isvalid(st_geomfromgeojson(given.shape)) then 'as_given' else 'repaired' end as how
from jsonb_array_elements($1::jsonb) with ordinality as given (shape, position)
cross join lateral (select ${toValidArea('given.shape')} as geom offset 0) area
order by given.position`
