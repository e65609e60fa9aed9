/** Under which names does the search find each noun, and what does it tell of it? One entry for each. */
import { existsOn } from './held-statements.ts'

export interface SearchNoun {
  readonly noun: string
  /** Of the table or view, with its alias. */
  readonly from: string
  /** Folded names and codes, separated by ' | '. */
  readonly names: string
  readonly key: string
  readonly order: string
  /** What may be found at all. */
  readonly where?: string
  /** What is told of it; what is left out is null. */
  readonly tells: Readonly<Record<string, string>>
  readonly joins: string
}

/** As `toSearchText` of core/text.ts folds; letters, digits and spaces only, so that nothing in it is a wildcard. */
const fold = (column: string) => `trim(regexp_replace(
        lower(translate(regexp_replace(normalize(${column}, nfd), '[\u0300-\u036f]', '', 'g'), 'đĐ', 'dd')),
        '[^a-z0-9]+', ' ', 'g'
      ))`

/** For tables of few rows that carry no folded names: folded once for each row. */
const foldedNames = (...columns: readonly string[]) => `
    cross join lateral (
      select concat_ws(' | ', ${columns.map(fold).join(', ')}) as names
      offset 0
    ) folded`

const bounds = (geometry: string) =>
  `array[st_xmin(${geometry}), st_ymin(${geometry}), st_xmax(${geometry}), st_ymax(${geometry})]`

const aroundUnits = (alias: string) => `
  left join admin_units commune on commune.unit_set = 'commune' and commune.code = ${alias}.commune_code
  left join admin_units district on district.unit_set = 'district' and district.code = ${alias}.district_code`

const unitsAround = `concat_ws(', ', commune.name, district.name)`

const units: SearchNoun = {
  noun: 'unit',
  from: 'admin_units u',
  names: 'u.search_names',
  key: `u.unit_set || ' ' || u.code`,
  order: 'u.name, u.code, u.unit_set',
  tells: {
    unit_set: 'u.unit_set',
    id: 'u.code',
    code: 'u.code',
    name: 'u.name',
    alt_names: 'u.alt_names',
    kind: 'u.kind',
    within: 'parent.name',
    valid_from: 'u.valid_from',
    valid_to: 'u.valid_to',
    successor: `case when successor.code is not null
      then jsonb_build_object('code', successor.code, 'name', successor.name, 'kind', successor.kind)
    end`,
    predecessors: `(
      select coalesce(jsonb_agg(jsonb_build_object('code', o.code, 'name', o.name, 'kind', o.kind) order by o.code), '[]')
      from admin_units o
      where u.unit_set = 'commune-2025' and o.unit_set = 'commune' and o.successor_code = u.code
    )`,
    lng: 'st_x(u.label)',
    lat: 'st_y(u.label)',
    bbox: bounds('u.geom'),
  },
  joins: `
  join admin_units u on u.unit_set || ' ' || u.code = best.key
  left join admin_units parent
    on parent.code = u.parent_code
    and parent.unit_set = case u.unit_set when 'commune' then 'district' else 'province' end
  left join admin_units successor
    on successor.unit_set = 'commune-2025' and successor.code = u.successor_code`,
}

const villages: SearchNoun = {
  noun: 'village',
  from: 'villages v',
  names: 'v.search_names',
  key: 'v.id::text',
  order: 'v.name, v.code',
  where: existsOn('$3::date'),
  tells: {
    id: 'v.id::text',
    code: 'v.code',
    name: 'v.name',
    alt_names: 'v.alt_names',
    kind: 'v.kind',
    within: unitsAround,
    lng: 'st_x(coalesce(v.geom, commune.label))',
    lat: 'st_y(coalesce(v.geom, commune.label))',
  },
  joins: `
  join villages v on v.id = best.key::integer${aroundUnits('v')}`,
}

const sites: SearchNoun = {
  noun: 'site',
  from: 'visible_sites s',
  names: 's.search_names',
  key: 's.id::text',
  order: 's.name, s.code',
  tells: {
    id: 's.id::text',
    code: 's.code',
    name: 's.name',
    within: unitsAround,
    lng: 'st_x(s.geom)',
    lat: 'st_y(s.geom)',
  },
  joins: `
  join visible_sites s on s.id = best.key::integer${aroundUnits('s')}`,
}

const facilities: SearchNoun = {
  noun: 'facility',
  from: 'facilities f',
  names: 'f.search_names',
  key: 'f.id::text',
  order: 'f.name, f.code',
  where: `f.status = 'live'`,
  tells: {
    id: 'f.id::text',
    code: 'f.code',
    name: 'f.name',
    kind: 'f.kind',
    within: unitsAround,
    lng: 'st_x(f.geom)',
    lat: 'st_y(f.geom)',
  },
  joins: `
  join facilities f on f.id = best.key::integer${aroundUnits('f')}`,
}

const cableRoutes: SearchNoun = {
  noun: 'cable-route',
  from: `cable_routes r${foldedNames('r.name', 'r.code')}`,
  names: 'folded.names',
  key: 'r.id::text',
  order: 'r.name, r.code',
  where: `r.status = 'live'`,
  tells: {
    id: 'r.id::text',
    code: 'r.code',
    name: 'r.name',
    kind: 'r.kind',
    within: 'owner.name',
    lng: 'st_x(st_lineinterpolatepoint(r.geom, 0.5))',
    lat: 'st_y(st_lineinterpolatepoint(r.geom, 0.5))',
    bbox: bounds('r.geom'),
  },
  joins: `
  join cable_routes r on r.id = best.key::integer
  left join carriers owner on owner.code = r.owner_code`,
}

/** As the act prints it, mistakes and all; a row whose village is not known cannot be opened. */
const assignments: SearchNoun = {
  noun: 'assignment',
  from: `assignments a
    join villages v on v.id = a.village_id${foldedNames('a.village_printed', 'a.commune_printed', `'dong ' || a.row_no`)}`,
  names: 'folded.names',
  key: 'a.id::text',
  order: 'a.act_code, a.row_no',
  where: `a.withdrawn_by is null and a.replaced_by is null and ${existsOn('$3::date')}`,
  tells: {
    id: 'a.village_id::text',
    code: `a.act_code || ' ' || a.row_no`,
    name: 'a.village_printed',
    within: `concat_ws(', ', a.commune_printed, a.district_printed)`,
    act_number: 'coalesce(act.number, act.code)',
    row_no: 'a.row_no',
    lng: 'st_x(coalesce(v.geom, commune.label))',
    lat: 'st_y(coalesce(v.geom, commune.label))',
  },
  joins: `
  join assignments a on a.id = best.key::integer
  join legal_acts act on act.code = a.act_code
  join villages v on v.id = a.village_id${aroundUnits('v')}`,
}

/** Opened, a carrier becomes the carrier that the question asks about. */
const carriers: SearchNoun = {
  noun: 'carrier',
  from: `carriers c${foldedNames('c.name', 'c.code')}`,
  names: 'folded.names',
  key: 'c.code',
  order: 'c.name',
  tells: { id: 'c.code', code: 'c.code', name: 'c.name' },
  joins: `
  join carriers c on c.code = best.key`,
}

/** Opened, an act shows the villages that it assigns; one that assigns none cannot be opened. */
const acts: SearchNoun = {
  noun: 'act',
  from: `legal_acts l${foldedNames('l.title', 'l.number', 'l.code')}`,
  names: 'folded.names',
  key: 'l.code',
  order: 'l.code',
  where: 'exists (select a.id from assignments a where a.act_code = l.code and a.village_id is not null)',
  tells: {
    id: 'l.code',
    code: 'l.code',
    name: 'l.title',
    act_number: 'coalesce(l.number, l.code)',
    valid_from: 'l.issued_on',
    lng: 'st_x(st_centroid(assigned.box))',
    lat: 'st_y(st_centroid(assigned.box))',
    bbox: bounds('assigned.box'),
  },
  joins: `
  join legal_acts l on l.code = best.key
  join lateral (
    select st_envelope(st_collect(coalesce(v.geom, commune.label))) as box
    from assignments a
    join villages v on v.id = a.village_id
    left join admin_units commune on commune.unit_set = 'commune' and commune.code = v.commune_code
    where a.act_code = l.code
  ) assigned on true`,
}

/** In the order in which equally good finds stand. */
export const searchedNouns: readonly SearchNoun[] = [
  units,
  carriers,
  villages,
  sites,
  facilities,
  cableRoutes,
  assignments,
  acts,
]
