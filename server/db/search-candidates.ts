/** Which units, villages and sites match a text in any way? */
import { existsOn } from './held-statements.ts'

/** A text cannot name more than this many things usefully; the best are kept. */
const candidateLimit = 300

/** Below this word similarity two names are different names rather than one mistyped. */
const leastSimilarity = 0.5

/**
 * `search_names` holds the folded names and the code of a row, separated by ' | ', so that a whole name is told from a part.
 * The texts asked for ($1 as typed, $2 without the word for the kind) hold letters, digits and spaces only, hence no wildcard.
 */
const toTier = (names: string, text: '$1' | '$2') => `
    case
      when ' | ' || ${names} || ' | ' like '% | ' || ${text}::text || ' | %' then 4
      when ' ' || ${names} like '% ' || ${text}::text || '%' then 3
      when ${names} like '%' || ${text}::text || '%' then 2
      when word_similarity(${text}::text, ${names}) >= ${leastSimilarity} then 1
      else 0
    end`

const bestTier = (names: string) => `greatest(${toTier(names, '$1')}, ${toTier(names, '$2')})`

const units = `
  select
    0 as noun_order,
    'unit' as noun,
    u.unit_set,
    u.code as id,
    u.code,
    u.name,
    u.alt_names,
    u.kind,
    parent.name as within,
    u.valid_from,
    u.valid_to,
    case when successor.code is not null
      then jsonb_build_object('code', successor.code, 'name', successor.name, 'kind', successor.kind)
    end as successor,
    (
      select coalesce(jsonb_agg(jsonb_build_object('code', o.code, 'name', o.name, 'kind', o.kind) order by o.code), '[]')
      from admin_units o
      where u.unit_set = 'commune-2025' and o.unit_set = 'commune' and o.successor_code = u.code
    ) as predecessors,
    st_x(u.label) as lng,
    st_y(u.label) as lat,
    array[st_xmin(u.geom), st_ymin(u.geom), st_xmax(u.geom), st_ymax(u.geom)] as bbox,
    ${bestTier('u.search_names')} as tier
  from admin_units u
  left join admin_units parent
    on parent.code = u.parent_code
    and parent.unit_set = case u.unit_set when 'commune' then 'district' else 'province' end
  left join admin_units successor
    on successor.unit_set = 'commune-2025' and successor.code = u.successor_code`

const villages = `
  select
    1 as noun_order,
    'village' as noun,
    null as unit_set,
    v.id::text as id,
    v.code,
    v.name,
    v.alt_names,
    v.kind,
    concat_ws(', ', commune.name, district.name) as within,
    null::date as valid_from,
    null::date as valid_to,
    null::jsonb as successor,
    '[]'::jsonb as predecessors,
    st_x(coalesce(v.geom, commune.label)) as lng,
    st_y(coalesce(v.geom, commune.label)) as lat,
    null::double precision[] as bbox,
    ${bestTier('v.search_names')} as tier
  from villages v
  left join admin_units commune on commune.unit_set = 'commune' and commune.code = v.commune_code
  left join admin_units district on district.unit_set = 'district' and district.code = v.district_code
  where ${existsOn('$3::date')}`

const sites = `
  select
    2 as noun_order,
    'site' as noun,
    null as unit_set,
    s.id::text as id,
    s.code,
    s.name,
    '{}'::text[] as alt_names,
    null as kind,
    concat_ws(', ', commune.name, district.name) as within,
    null::date as valid_from,
    null::date as valid_to,
    null::jsonb as successor,
    '[]'::jsonb as predecessors,
    st_x(s.geom) as lng,
    st_y(s.geom) as lat,
    null::double precision[] as bbox,
    ${bestTier('s.search_names')} as tier
  from visible_sites s
  left join admin_units commune on commune.unit_set = 'commune' and commune.code = s.commune_code
  left join admin_units district on district.unit_set = 'district' and district.code = s.district_code`

/** Parameters: $1 the text, $2 the text without a word for the kind, $3 today. */
export const selectCandidates = `
with candidates as (${units}
  union all${villages}
  union all${sites}
)
select
  noun,
  unit_set,
  id,
  code,
  name,
  alt_names,
  kind,
  within,
  valid_from,
  valid_to,
  successor,
  predecessors,
  lng,
  lat,
  bbox,
  tier
from candidates
where tier > 0
order by tier desc, noun_order, name, code
limit ${candidateLimit}`
