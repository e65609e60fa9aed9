/** Which question does the engine get for what is on screen? */
import type { AskedView } from '../workers/answering.ts'
import { toUnitSet } from './question-slice.ts'
import type { AppState } from './store.ts'

export function getAskedView(state: Pick<AppState, 'question' | 'province' | 'today'>): AskedView {
  const { question, province, today } = state
  return {
    question: {
      service: question.service,
      carrier: question.carrier,
      basis: question.basis,
      as_of: question.as_of ?? today,
      partial_from: null,
      power: question.power,
      assigned: question.assigned,
    },
    unit_set: toUnitSet(question, province, today),
    weight: question.weight,
  }
}
