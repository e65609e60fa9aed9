/** In which 1 km cell does a position lie? As the database answers it (`to_cell_centre`); the two are held together by a test. */

const rowHeight_deg = 1000 / 111320

/** The centre as [lng, lat], to 6 decimals. */
export function toCellCentre(lng: number, lat: number): readonly [number, number] {
  const centreLat = (Math.floor(lat / rowHeight_deg) + 0.5) * rowHeight_deg
  // Towards a pole a column would be wider than the earth.
  const columnWidth_deg = rowHeight_deg / Math.max(Math.cos((centreLat * Math.PI) / 180), 0.01)
  const centreLng = (Math.floor(lng / columnWidth_deg) + 0.5) * columnWidth_deg
  return [round(centreLng), round(centreLat)]
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}
