/** Of which villages does a question speak? The rules of core/coverage/population.ts as SQL. */
import type { Question } from '../../core/coverage/question.ts'
import { toRequiredService } from '../../core/coverage/states.ts'
import { selectHeldStatements } from './held-statements.ts'
import type { Bind } from './sql-parameters.ts'

/** Whether a row `assigned` is in force: no later act took it back or put another in its place. */
export const isInForce = 'assigned.withdrawn_by is null and assigned.replaced_by is null'

/** The day of the first act that assigned a village `v`; an act without a day has always been there. */
export const assignedSince = `(
    select min(coalesce(act.issued_on, date '1900-01-01'))
    from assignments assigned
    join legal_acts act on act.code = assigned.act_code
    where assigned.village_id = v.id
      and ${isInForce}
  )`

/** Conditions on a village `v`. */
export function listPopulationConditions(bind: Bind, question: Question): string[] {
  return [
    ...listPowerConditions(bind, question),
    ...listAssignedConditions(bind, question),
    ...listRequired(bind, question),
  ]
}

function listPowerConditions(bind: Bind, { power, as_of }: Question): string[] {
  if (power === 'any') return []
  return [
    `case
      when v.grid_power is null then 'unknown'
      when v.grid_power and coalesce(v.grid_power_since <= ${bind(as_of, 'date')}, true) then 'grid'
      else 'none'
    end = ${bind(power, 'text')}`,
  ]
}

function listAssignedConditions(bind: Bind, { assigned, as_of }: Question): string[] {
  if (assigned === 'any') return []
  const is_assigned = `coalesce(${assignedSince} <= ${bind(as_of, 'date')}, false)`
  return [`${is_assigned} = ${bind(assigned === 'yes', 'boolean')}`]
}

/** “2G only” is asked of the villages that have 2G at least in part. */
function listRequired(bind: Bind, question: Question): string[] {
  const required = toRequiredService(question.service)
  if (required === null) return []
  const held = selectHeldStatements(bind, { ...question, services: [required] })
  return [
    `v.id in (
      select required.village_id
      from (${held}
      ) required
      where required.state >= 2
    )`,
  ]
}
