/** Which statement of each village, service and carrier holds? SQL that several questions build on. */
import type { AskedBasis, Service } from '../../core/coverage/states.ts'
import type { Bind } from './sql-parameters.ts'

export interface HeldQuestion {
  /** ISO date: later observations do not count. */
  readonly as_of: string
  readonly services: readonly Service[]
  /** Carrier code; null: every carrier. */
  readonly carrier: string | null
  readonly basis: AskedBasis
  /** Share of households from which partial counts as covered; null: never. */
  readonly partial_from: number | null
  /** Only what is said of this village. */
  readonly village_id?: number
}

/**
 * The rules of core/coverage/strongest.ts: columns village_id, service, carrier_code and `state` as its position in
 * `coverageStates` (1 not_covered, 2 partial, 3 covered).
 */
export function selectHeldStatements(bind: Bind, question: HeldQuestion): string {
  const carrier = bind(question.carrier, 'text')
  const ofBasis =
    question.basis === 'strongest'
      ? ''
      : question.basis === 'local'
        ? `
    and s.basis = 'verified'
    and s.reported_by_local`
        : `
    and s.basis = ${bind(question.basis, 'coverage_basis')}`
  const ofVillage =
    question.village_id === undefined
      ? ''
      : `
    and s.village_id = ${bind(question.village_id, 'integer')}`
  return `
  select distinct on (s.service, s.village_id, s.carrier_code)
    s.village_id,
    s.service,
    s.carrier_code,
    case
      when s.state = 'partial' and s.households_share >= ${bind(question.partial_from, 'double precision')} then 3
      else array_position(array['not_covered', 'partial', 'covered'], s.state)
    end as state
  from village_services s
  where s.service = any (${bind(question.services, 'text[]')})
    and s.withdrawn_at is null
    and s.observed_on <= ${bind(question.as_of, 'date')}
    and (${carrier} is null or s.carrier_code = ${carrier})${ofBasis}${ofVillage}
  order by s.service, s.village_id, s.carrier_code, s.basis desc, s.observed_on desc, s.id desc`
}

/**
 * A village `v` counts from the day it came of a merge or a split to the day it went into one; without such days it has always
 * been there and still is.
 *
 * @param day as SQL of the type date
 */
export function existsOn(day: string): string {
  return `coalesce(v.valid_from <= ${day}, true) and coalesce(v.valid_to >= ${day}, true)`
}

/** The name of a state from its position in `coverageStates`; where nothing is said it is unknown. */
export function toStateName(column: string): string {
  return `(array['unknown', 'not_covered', 'partial', 'covered'])[coalesce(${column}, 0) + 1]`
}
