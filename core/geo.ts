/** Which shapes does the map speak in? The only place that re-exports GeoJSON types. Positions are [lng, lat], SRID 4326. */
import type { Feature, FeatureCollection, Geometry, LineString, MultiPolygon, Point, Polygon } from 'geojson'

export type { Feature, FeatureCollection, Geometry, LineString, MultiPolygon, Point, Polygon }

/** [longitude, latitude] in degrees, WGS 84. */
export type LngLat = readonly [number, number]

/** [west, south, east, north] in degrees, WGS 84. */
export type BBox = readonly [number, number, number, number]

export type CollectionOf<G extends Geometry, P> = FeatureCollection<G, P>

/** An area with the properties that locating needs. */
export type UnitFeature<P> = Feature<Polygon | MultiPolygon, P>
