/** Where is each endpoint? Plain strings, so that the browser does not load the schemas. */
export const paths = {
  getProvince: '/api/province',
  listLayers: '/api/layers',
  getLayer: '/api/layers/:id.geojson',
  listVillageServices: '/api/village-services',
  getCoverage: '/api/coverage',
  getSite: '/api/sites/:id',
  getVillage: '/api/villages/:id',
  search: '/api/search',
  getHealth: '/api/health',
  getReady: '/api/ready',
} as const

export type EndpointName = keyof typeof paths
