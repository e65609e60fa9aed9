/** How large may a file be that is sent, and under which names? The server looks at what is in it. */
export const mostImportBytes = 64 * 1024 * 1024

export const importExtensions = [
  '.xlsx',
  '.csv',
  '.tsv',
  '.txt',
  '.geojson',
  '.json',
  '.kml',
  '.kmz',
  '.gpx',
  '.zip',
  '.gpkg',
] as const
