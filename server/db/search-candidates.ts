/** Which records match a text in any way? One statement for those that contain it, one for those that are spelt alike. */
import { searchedNouns, type SearchNoun } from './search-nouns.ts'

/** A text cannot name more than this many of one noun usefully; the best are kept. */
const candidateLimit = 100

/** Alike are names that share this much; which of them one slip explains is counted afterwards. */
export const leastSimilarity = 0.3

interface Match {
  /** A condition, which an index may answer. */
  readonly matches: (names: string) => string
  /** Best first. */
  readonly rank: (names: string) => string
}

/**
 * The texts asked for ($1 as typed, $2 without the word for the kind) hold letters, digits and spaces only, hence no wildcard.
 * A whole name, the beginning of a name, of a word, any part.
 */
const toTier = (names: string, text: '$1' | '$2') => `
    case
      when ' | ' || ${names} || ' | ' like '% | ' || ${text}::text || ' | %' then 5
      when ' | ' || ${names} like '% | ' || ${text}::text || '%' then 4
      when ' ' || ${names} like '% ' || ${text}::text || '%' then 3
      when ${names} like '%' || ${text}::text || '%' then 2
      else 0
    end`

const containing: Match = {
  matches: (names) => `(${names} like '%' || $1::text || '%' or ${names} like '%' || $2::text || '%')`,
  rank: (names) => `greatest(${toTier(names, '$1')}, ${toTier(names, '$2')})`,
}

const alike: Match = {
  matches: (names) => `($1::text <% ${names} or $2::text <% ${names})`,
  rank: (names) => `greatest(word_similarity($1::text, ${names}), word_similarity($2::text, ${names}))`,
}

const columns: Readonly<Record<string, string>> = {
  unit_set: 'null::text',
  id: 'null::text',
  code: 'null::text',
  name: 'null::text',
  alt_names: `'{}'::text[]`,
  kind: 'null::text',
  within: 'null::text',
  valid_from: 'null::date',
  valid_to: 'null::date',
  successor: 'null::jsonb',
  predecessors: `'[]'::jsonb`,
  act_number: 'null::text',
  row_no: 'null::integer',
  lng: 'null::double precision',
  lat: 'null::double precision',
  bbox: 'null::double precision[]',
}

/** The best of a noun are chosen before anything else of them is looked up. */
function selectNoun(
  { noun, from, names, key, order, where, tells, joins }: SearchNoun,
  match: Match,
): string {
  const told = Object.entries(columns).map(([column, nothing]) => `${tells[column] ?? nothing} as ${column}`)
  return `
  select
    '${noun}' as noun,
    ${told.join(',\n    ')},
    best.names,
    best.rank
  from (
    select
      ${key} as key,
      ${names} as names,
      ${match.rank(names)} as rank
    from ${from}
    where ${match.matches(names)}${where === undefined ? '' : `\n      and ${where}`}
    order by rank desc, ${order}
    limit ${candidateLimit}
  ) best${joins}`
}

function selectAll(match: Match): string {
  return `
select
  noun,
  ${Object.keys(columns).join(',\n  ')},
  names,
  rank
from (${searchedNouns.map((noun) => selectNoun(noun, match)).join('\n  union all')}
) found
order by rank desc, noun, name, code`
}

/** Parameters of both: $1 the text, $2 the text without a word for the kind, $3 today. */
export const selectContaining = selectAll(containing)

/** Asks for what `<%` calls alike in its transaction. */
export const selectAlike = selectAll(alike)
