/** What has the engine answered last? It stays on screen until the next answer is there. */
import type { AskedView, EngineAnswer, ServiceShares } from '../workers/answering.ts'

export interface Answered {
  readonly answer: (EngineAnswer & { readonly view: AskedView }) | null
  /** Shares of every service, asked for when a unit is open. */
  readonly services: { readonly view: AskedView; readonly shares: ServiceShares } | null
}

export const nothingAnswered: Answered = { answer: null, services: null }

export function isSameView(a: AskedView, b: AskedView): boolean {
  return (
    a.unit_set === b.unit_set &&
    a.weight === b.weight &&
    a.question.service === b.question.service &&
    a.question.carrier === b.question.carrier &&
    a.question.basis === b.question.basis &&
    a.question.as_of === b.question.as_of &&
    a.question.power === b.question.power &&
    a.question.assigned === b.question.assigned
  )
}

/** The same view but for the service: what the shares of all services depend on. */
export function isSameFrame(a: AskedView, b: AskedView): boolean {
  return isSameView(a, { ...b, question: { ...b.question, service: a.question.service } })
}
