/** Random villages and statements: unknowns, partials, carriers that disagree, ties on one day. Same seed, same data. */
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { bases, services, statementStates } from '../../core/coverage/states.ts'
import { toSearchText } from '../../core/text.ts'
import type { Client } from '../../server/db/database.ts'
import { insertRows } from './insert-rows.ts'
import { cell_deg, madeUpCommunes, south, west } from './made-up-units.ts'

export interface Sizes {
  readonly seed: number
  readonly villages: number
  readonly statements: number
}

export const madeUpCarriers = ['alpha', 'beta', 'gamma'] as const
/** Few days, so that statements fall on the same one. */
export const madeUpDays = ['2019-05-01', '2020-12-31', '2021-01-01', '2021-06-30', '2024-02-29'] as const
const shares = [null, 0, 0.3, 0.5, 0.7, 1] as const

type Pick = <T>(list: readonly T[]) => T
type Below = (count: number) => number

function createRandom(seed: number): { readonly pick: Pick; readonly below: Below } {
  const generator = xoroshiro128plus(seed)
  const below = (count: number) => uniformInt(generator, 0, count - 1)
  return { below, pick: (list) => list[below(list.length)]! }
}

/** Villages 1 … n as they were inserted; some without households, people or position. */
export async function createMadeUpVillages(client: Client, sizes: Sizes): Promise<void> {
  const { pick, below } = createRandom(sizes.seed)
  const rows = Array.from({ length: sizes.villages }, (_, index) => {
    const commune = pick(madeUpCommunes)
    const hasPosition = below(10) > 0
    const name = `${pick(['Bản Nọi', 'Huổi Cát', 'Đồi Chè', 'Nậm Xa'])} ${index + 1}`
    const code = `V${String(index + 1).padStart(4, '0')}`
    const toInside = (origin: number, cell: number) =>
      Math.round((origin + (cell + 0.05 + below(90) / 100) * cell_deg) * 1e5) / 1e5
    return {
      code,
      name,
      kind: pick(['thon', 'ban', 'to_dan_pho']),
      geom: hasPosition
        ? { type: 'Point', coordinates: [toInside(west, commune.column), toInside(south, commune.row)] }
        : null,
      located_by: hasPosition ? 'position' : 'label',
      commune_code: commune.code,
      district_code: commune.district_code,
      commune_2025_code: commune.commune_2025_code,
      households: pick([null, 0, 12, 80, 333]),
      population: pick([null, 0, 51, 400, 1_777]),
      grid_power: pick([null, true, false]),
      is_sample: false,
      position_is_sample: false,
      search_names: [name, code].map(toSearchText).join(' | '),
    }
  })
  const columns = {
    code: 'text',
    name: 'text',
    kind: 'text',
    geom: 'geojson',
    located_by: 'text',
    commune_code: 'text',
    district_code: 'text',
    commune_2025_code: 'text',
    households: 'integer',
    population: 'integer',
    grid_power: 'boolean',
    is_sample: 'boolean',
    position_is_sample: 'boolean',
    search_names: 'text',
  }
  await insertRows(client, 'villages', columns, rows)
}

export async function createMadeUpStatements(client: Client, sizes: Sizes): Promise<void> {
  const { pick, below } = createRandom(sizes.seed + 1)
  const ids = await client.query<{ id: number }>('select id from villages order by id')
  const rows = Array.from({ length: sizes.statements }, () => {
    const state = pick(statementStates)
    return {
      // Half of the villages hear little, so that some services stay unknown there.
      village_id: ids[below(2) === 0 ? below(ids.length) : below(Math.ceil(ids.length / 2))]!.id,
      service: pick(services),
      carrier_code: pick(madeUpCarriers),
      basis: pick(bases),
      state,
      households_share: state === 'partial' ? pick(shares) : null,
      observed_on: pick(madeUpDays),
      source_code: 'grid',
      is_sample: false,
    }
  })
  const columns = {
    village_id: 'integer',
    service: 'text',
    carrier_code: 'text',
    basis: 'coverage_basis',
    state: 'text',
    households_share: 'double precision',
    observed_on: 'date',
    source_code: 'text',
    is_sample: 'boolean',
  }
  await insertRows(client, 'village_services', columns, rows)
}
