/** Who may import whom: core ← server, core ← web, scripts and tests on top. */
const outside = (allowed) => ({ dependencyTypesNot: ['local'], pathNot: allowed })

module.exports = {
  forbidden: [
    {
      name: 'core-is-pure',
      comment:
        'core runs in the browser, in its worker and on the server: nothing but itself and a few pure libraries',
      severity: 'error',
      from: { path: '^core/' },
      to: outside('node_modules/(typebox|flatbush|@turf|proj4|clipper2-ts|@types/(geojson|proj4))(/|$)'),
    },
    {
      name: 'core-imports-core',
      severity: 'error',
      from: { path: '^core/' },
      to: { dependencyTypes: ['local'], pathNot: '^core/' },
    },
    {
      name: 'server-and-web-apart',
      severity: 'error',
      from: { path: '^(server|web)/' },
      to: { path: '^(server|web|scripts|tests)/', pathNot: '^$1/' },
    },
    {
      name: 'web-without-node',
      severity: 'error',
      from: { path: '^web/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'web-is-no-server',
      comment: 'none of the server’s packages in the browser',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: 'node_modules/(fastify|@fastify|pg|pino|@electric-sql|prom-client|envalid)(/|$)' },
    },
    {
      name: 'web-without-schemas',
      comment:
        'TypeBox stays out of the browser: types only from core/api and core/inventory, and the files there that need none of it',
      severity: 'error',
      from: { path: '^web/' },
      to: {
        path: '^core/(api|inventory)/',
        pathNot: '^core/(api/paths|inventory/village-lineage)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'web-without-typebox',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: 'node_modules/typebox(/|$)' },
    },
    {
      name: 'maplibre-in-its-rooms',
      severity: 'error',
      from: { path: '^(web|core|server)/', pathNot: '^web/(map|layers)/' },
      to: { path: 'node_modules/maplibre-gl(/|$)' },
    },
    {
      name: 'nothing-imports-scripts',
      comment: 'scripts are the top; tests may run them',
      severity: 'error',
      from: { path: '^(core|server|web)/' },
      to: { path: '^(scripts|tests)/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?url$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|var|data)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    cache: false,
  },
}
