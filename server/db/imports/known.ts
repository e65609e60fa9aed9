/** What does the reader of a file have to know of the province? Names and codes, as the actor may read them. */
import { makeGrid } from '../../../core/coordinates/vn2000.ts'
import type { BBox } from '../../../core/geo.ts'
import type { Known, KnownCarrier, KnownCode, KnownUnit, KnownVillage } from '../../../core/import/known.ts'
import type { Client, Row } from '../database.ts'

/** @param today ISO day */
export async function getKnown(client: Client, today: string): Promise<Known> {
  const [area] = await client.query<AreaRow>(selectArea)
  const { bbox = null, meridian = null } = area ?? {}
  return {
    units: await client.query<KnownUnit & Row>(selectUnits),
    villages: await client.query<KnownVillage & Row>(selectVillages),
    carriers: await client.query<KnownCarrier & Row>(selectCarriers),
    mast_kinds: await client.query<KnownCode & Row>(selectMastKinds),
    acts: await client.query<KnownCode & Row>(`select code, title as name from legal_acts order by code`),
    indicators: await client.query<KnownCode & Row>(`select code, name from indicators order by code`),
    sources: await client.query<KnownCode & Row>(`select code, title as name from sources order by code`),
    area: {
      bbox: (bbox ?? vietnam) as unknown as BBox,
      grid: meridian === null ? null : makeGrid(meridian),
    },
    today,
  }
}

/** Where no province is known yet. */
const vietnam = [102.1, 8.1, 109.5, 23.4]

interface AreaRow extends Row {
  readonly bbox: readonly number[] | null
  readonly meridian: number | null
}

const selectArea = `
select
  (
    select array[st_xmin(u.geom), st_ymin(u.geom), st_xmax(u.geom), st_ymax(u.geom)]
    from admin_units u
    where u.unit_set = 'province'
    limit 1
  ) as bbox,
  d.vn2000_central_meridian as meridian
from data_state d`

const selectUnits = `
select
  u.unit_set, u.code, u.name, u.alt_names, u.kind, u.parent_code, u.successor_code, u.valid_from, u.valid_to,
  array[st_x(u.label), st_y(u.label)] as label
from admin_units u
order by u.unit_set, u.code`

const selectVillages = `
select
  v.code, v.name, v.alt_names, v.kind, v.commune_code, v.district_code, v.commune_2025_code, v.valid_to
from villages v
order by v.code`

const selectCarriers = `
select c.code, c.name, array[]::text[] as alt_names
from carriers c
order by c.code`

const selectMastKinds = `
select k.code, k.title as name
from mast_kinds k
where not k.retired
order by k.code`
