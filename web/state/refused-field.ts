/** Which field of a form does a refusal of the server mean? It names `name`, `changes.name` or `into.1.name`. */
import type { ApiProblem } from '../api.ts'

export interface RefusedField {
  /** As the form calls it. */
  readonly field: string
  /** Position in a list of villages; null: there is one, or it was not said which. */
  readonly part: number | null
}

/** Two columns of the record are one field of the form. */
const ofPosition: ReadonlySet<string> = new Set(['lng', 'lat', 'geom'])

/** Null where it is about no field. */
export function readRefusedField({ code, params }: Pick<ApiProblem, 'code' | 'params'>): RefusedField | null {
  if (code === 'position_outside' || code === 'position_swapped') return { field: 'position', part: null }
  const { field } = params
  if (typeof field !== 'string' || field === '') return null
  const names = field.split('.').filter((name) => !/^\d+$/.test(name))
  const number = /(?:^|\.)into\.(\d+)\./.exec(field)
  const name = names[0] === 'changes' || names[0] === 'village' || names[0] === 'into' ? names[1] : names[0]
  if (name === undefined) return null
  return { field: ofPosition.has(name) ? 'position' : name, part: number === null ? null : Number(number[1]) }
}
