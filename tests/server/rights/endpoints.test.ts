import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints, type Endpoints } from '../../../core/api/endpoints.ts'
import type { Access, Endpoint } from '../../../core/api/endpoint.ts'
import { layerIds } from '../../../core/inventory/layers.ts'
import { publicSitesModes, roles, type Actor, type PublicSites } from '../../../core/permissions.ts'
import type { Database } from '../../../server/db/database.ts'
import { toActorOf } from '../../helpers/actors.ts'
import { openApp } from '../../helpers/app.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { readsSiteColumn, readsStationColumn, seesSite, type Reader } from '../../helpers/expected-rights.ts'
import { fillGuardedHistory } from '../../helpers/guarded-history.ts'
import { fillGuardedSites, type GuardedSite } from '../../helpers/guarded-sites.ts'
import { fillMadeUpProvince } from '../../helpers/made-up-province.ts'
import { readers } from './readers.ts'

type Addresses = (sites: readonly GuardedSite[]) => readonly string[]

/** What a layer of sites can be asked with: each is a way to learn of a hidden column by what comes and what does not. */
function listFiltered(layer: string, sites: readonly GuardedSite[]): string[] {
  const place = (site: GuardedSite) => {
    const [lng, lat] = [Number(site.values['lng']), Number(site.values['lat'])]
    return [lng - 0.0001, lat - 0.0001, lng + 0.0001, lat + 0.0001].join(',')
  }
  const days = ['1900-01-01', '1930-01-01', '1960-01-01', '1999-12-31', '2024-02-29']
  return [
    '',
    ...sites.map((site) => `?bbox=${place(site)}`),
    ...['alpha', 'beta', 'gamma'].map((carrier) => `?carrier=${carrier}`),
    ...['2g', '4g', '5g'].map((technology) => `?technology=${technology}&carrier=beta`),
    ...['grid', 'generator'].map((power) => `?power_source=${power}`),
    ...days.map((day) => `?as_of=${day}&carrier=beta`),
  ].map((query) => `/api/layers/${layer}.geojson${query}`)
}

/** An endpoint that is missing here does not compile, and the test of the walk's completeness fails. */
const addresses: Readonly<Record<keyof Endpoints, Addresses>> = {
  getProvince: () => ['/api/province'],
  listLayers: () => ['/api/layers'],
  getLayer: (sites) => [
    ...layerIds.map((id) => `/api/layers/${id}.geojson`),
    ...listFiltered('sites', sites),
    ...listFiltered('generator-sites', sites),
  ],
  listVillageServices: () => ['/api/village-services', '/api/village-services?carrier=beta'],
  getCoverage: () => ['/api/coverage?by=commune&service=mobile&carrier=beta'],
  getSite: (sites) => sites.map(({ id }) => `/api/sites/${id}`),
  getVillage: () => [1, 2, 3, 4, 5].map((id) => `/api/villages/${id}`),
  search: (sites) =>
    [
      'Trạm',
      'trmạ',
      'trạmm',
      'GS',
      'BÍ MẬT',
      'bi mta',
      ...sites.flatMap(({ values }) => Object.values(values)),
    ].map((q) => `/api/search?limit=50&q=${encodeURIComponent(String(q))}`),
  getHealth: () => ['/api/health'],
  getReady: () => ['/api/ready'],
  listSiteCounts: () => ['/api/site-counts'],
  listStationMonths: () => ['/api/station-months'],
  listStationsOnAir: () => ['/api/stations', '/api/stations?as_of=1930-01-01'],
  listSpeedResults: () => ['/api/speed-results?unit_set=commune'],
  listImplausible: () => ['/api/implausible-statements', '/api/implausible-statements?carrier=beta'],
  getSession: () => ['/api/session'],
  listSessions: () => ['/api/sessions'],
  listUsers: () => ['/api/users'],
  checkPosition: (sites) =>
    sites.map(({ values }) => `/api/position-check?lng=${values['lng']}&lat=${values['lat']}`),
  listMastKinds: () => ['/api/mast-kinds'],
  listPlans: () => ['/api/plans'],
  getPlan: () => ['/api/plans/1'],
  listAssignments: () => ['/api/assignments', '/api/assignments?include=all&carrier=beta'],
  getAssignment: () => ['/api/assignments/1', '/api/assignments/2'],
  listActs: () => ['/api/legal-acts'],
  listAlerts: () => ['/api/alerts'],
  getAlertChoices: () => ['/api/alert-choices'],
  listDuePapers: () => ['/api/due-papers'],
  getDuePaper: () => ['/api/due-papers/1'],
  listChallenges: () => ['/api/challenges'],
  getChallenge: () => ['/api/challenges/1'],
  listProposals: (sites) => ['/api/proposals', ...sites.map(({ id }) => `/api/proposals?site_id=${id}`)],
  listAudit: (sites) => [
    '/api/audit',
    '/api/audit?noun=sites',
    ...sites.map(({ id }) => `/api/audit?noun=sites&noun_id=${id}`),
  ],
  exportAudit: () => ['/api/audit.csv'],
  listFiles: () => ['/api/files?noun=assignments&noun_id=1', '/api/files?noun=assignments&noun_id=2'],
  getFile: () => ['/api/files/6f2c2a1e-9b1f-4a3b-8a55-0c6a3b0e2d11'],
  listDriveTestPoints: () => ['/api/files/6f2c2a1e-9b1f-4a3b-8a55-0c6a3b0e2d11/points'],
  getUpload: () => ['/api/uploads/6f2c2a1e-9b1f-4a3b-8a55-0c6a3b0e2d11'],
  listEvents: () => ['/api/events/since', '/api/events/since?since=0'],
  // A stream does not end: what it tells is walked where events are tested.
  streamEvents: () => [],
  // Who may not write is refused below; nothing is written here.
  signIn: () => [],
  signOut: () => [],
  changePassword: () => [],
  endSession: () => [],
  createUser: () => [],
  updateUser: () => [],
  resetPassword: () => [],
  createSite: () => [],
  updateSite: () => [],
  putMastKind: () => [],
  createPlan: () => [],
  updatePlan: () => [],
  proposeSite: () => [],
  proposeStatement: () => [],
  decideProposal: () => [],
  restoreEntry: () => [],
  createVillage: () => [],
  updateVillage: () => [],
  mergeVillages: () => [],
  splitVillage: () => [],
  createStatement: () => [],
  moveAssignment: () => [],
  moveAssignments: () => [],
  createAct: () => [],
  markAlertsRead: () => [],
  putAlertChoices: () => [],
  moveDuePaper: () => [],
  createPaperDuty: () => [],
  fileChallenge: () => [],
  moveChallenge: () => [],
  createImport: () => [],
  listImports: () => ['/api/imports'],
  getImport: () => ['/api/imports/1', '/api/imports/2'],
  changeImport: () => [],
  listImportRows: () => ['/api/imports/1/rows', '/api/imports/2/rows?status=new'],
  listImportPlaces: () => ['/api/imports/1/places'],
  listImportQuestions: () => ['/api/imports/1/questions'],
  getImportSample: () => ['/api/imports/1/sample'],
  moveImport: () => [],
  compareImport: () => ['/api/imports/1/differences'],
  exportImportProblems: () => ['/api/imports/1/problems.xlsx'],
  exportImportComparison: () => ['/api/imports/1/differences.xlsx'],
  createUpload: () => [],
  appendUpload: () => [],
  cancelUpload: () => [],
  withdrawFile: () => [],
  getStartReal: () => ['/api/start-real'],
  startReal: () => [],
  createCarrier: () => [],
  convertCommunes: () => [],
}

interface Told {
  readonly what: string
  readonly token: string
  readonly isAllowed: boolean
}

/** Every marked value, and whether the reader may be told it anywhere at all. */
function listTokens(reader: Reader, sites: readonly GuardedSite[]): Told[] {
  const toColumn = (name: string) => (name === 'lng' || name === 'lat' ? 'geom' : name)
  return sites.flatMap((site) => [
    ...Object.entries(site.values).map(([name, value]) => ({
      what: `${site.kind} ${name}`,
      token: String(value),
      isAllowed: readsSiteColumn(reader, site, toColumn(name)),
    })),
    ...site.stations.flatMap((station) =>
      Object.entries(station.values)
        .filter(([, value]) => value !== null)
        .map(([name, value]) => ({
          what: `${site.kind} ${station.carrier_code} ${station.technology} ${name}`,
          token: String(value),
          isAllowed: readsStationColumn(reader, { site, station }, name),
        })),
    ),
  ])
}

describeDatabases('rights, asked over HTTP', ({ openDatabase }) => {
  let db: Database
  let sites: GuardedSite[]
  let actor: Actor
  const apps = new Map<PublicSites, FastifyInstance>()

  beforeAll(async () => {
    db = await openDatabase()
    await fillMadeUpProvince(db)
    sites = await db.transaction(fillGuardedSites)
    await db.transaction((client) => fillGuardedHistory(client, sites))
    for (const mode of publicSitesModes) {
      const { app } = await openApp({ db, actor: () => actor, environment: { PUBLIC_SITES: mode } })
      apps.set(mode, app)
    }
  })
  afterAll(async () => {
    for (const app of apps.values()) await app.close()
  })

  async function ask(reader: Reader, url: string) {
    actor = reader.actor
    const response = await apps.get(reader.mode)!.inject(url)
    const echoed = decodeURIComponent(url.split('?')[1] ?? '')
    return { url, status: response.statusCode, body: response.body, echoed }
  }

  const askAll = async (reader: Reader) => {
    const answers = []
    for (const list of Object.values(addresses)) {
      for (const url of list(sites)) answers.push(await ask(reader, url))
    }
    return answers
  }

  it('walks every endpoint', () => {
    expect(Object.keys(addresses).sort()).toEqual(Object.keys(endpoints).sort())
  })

  it.each(readers)('tells %s nothing that the table does not grant', async (_, reader) => {
    const hidden = listTokens(reader, sites).filter(({ isAllowed }) => !isAllowed)
    for (const { url, body, echoed, status } of await askAll(reader)) {
      expect(status, url).toBeLessThan(500)
      // A refusal may repeat what was asked.
      const told = hidden.filter(
        ({ token }) => body.includes(token) && !(status >= 400 && echoed.includes(token)),
      )
      expect(told, url).toEqual([])
      for (const site of sites) {
        if (!seesSite(reader, site)) expect(body, url).not.toMatch(new RegExp(`Trạm ${site.kind}"`))
      }
    }
  })

  it.each(readers)('tells %s of a site all that the table grants', async (_, reader) => {
    for (const site of sites) {
      const { status, body } = await ask(reader, `/api/sites/${site.id}`)
      expect(status, site.kind).toBe(seesSite(reader, site) ? 200 : 404)
      for (const { what, token, isAllowed } of listTokens(reader, [site])) {
        expect(body.includes(token), what).toBe(isAllowed)
      }
    }
  })

  it.each(readers)('answers %s of a hidden site as of one that does not exist', async (_, reader) => {
    const toForm = ({ body, status }: { readonly body: string; readonly status: number }, id: number) =>
      `${status} ${body.replace(/"request_id":"[^"]+"/, '').replaceAll(String(id), 'ID')}`
    const unknown = toForm(await ask(reader, '/api/sites/987654'), 987654)
    for (const site of sites.filter((one) => !seesSite(reader, one))) {
      expect(toForm(await ask(reader, `/api/sites/${site.id}`), site.id), site.kind).toBe(unknown)
    }
  })

  it.each(readers)('gives %s a catalogue of what it gets: fields and counts', async (_, reader) => {
    const { layers } = JSON.parse((await ask(reader, '/api/layers')).body) as {
      layers: { id: string; count: number; fields: { name: string }[]; url: string }[]
    }
    for (const layer of layers.filter(({ id }) => id.endsWith('sites'))) {
      const { features } = JSON.parse((await ask(reader, layer.url)).body) as {
        features: { properties: object }[]
      }
      expect(features, layer.id).toHaveLength(layer.count)
      for (const { properties } of features) {
        expect(Object.keys(properties)).toEqual(layer.fields.map(({ name }) => name))
      }
    }
  })

  describe.each(Object.entries(endpoints) as [keyof Endpoints, Endpoint][])('%s', (name, endpoint) => {
    it.each(roles)('lets %s in as its contract says', async (role) => {
      // Signing in is for whoever is not; a stream does not end.
      if (name === 'streamEvents') return expect(endpoint.access ?? 'everybody').toBe('everybody')
      actor = toActorOf(role)
      const response = await apps.get('full')!.inject({
        method: endpoint.method,
        url: endpoint.path
          .replace(':id', name === 'endSession' ? '6f2c2a1e-9b1f-4a3b-8a55-0c6a3b0e2d11' : '1')
          .replace(':code', 'A1'),
        ...(endpoint.method === 'GET' || endpoint.method === 'DELETE' ? {} : { payload: {} }),
      })
      const { code } = String(response.headers['content-type']).includes('json')
        ? response.json<{ code?: string }>()
        : {}
      expect(code).not.toBe('route_not_found')
      if (!mayCall(endpoint.access, role)) expect([401, 403]).toContain(response.statusCode)
      // Whose sessions, the session says, and these requests come without one.
      else if (name !== 'listSessions') expect(['not_signed_in', 'not_allowed']).not.toContain(code)
    })
  })
})

function mayCall(access: Access = 'everybody', role: Actor['role']): boolean {
  if (access === 'everybody') return true
  return access === 'signed-in' ? role !== 'anonymous' : access.includes(role)
}
