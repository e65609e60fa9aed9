/** How are steps in a form taken back and repeated? Letters typed one after the other into one field are one step. */
export interface FormHistory<T> {
  readonly past: readonly T[]
  readonly present: T
  readonly future: readonly T[]
  /** What the last step changed; another step on the same thing joins it. Null: the next one stands alone. */
  readonly last: string | null
}

const longestPast = 200

export function startHistory<T>(present: T): FormHistory<T> {
  return { past: [], present, future: [], last: null }
}

/** @param about what is changed: a field, or a drag of the mark */
export function takeStep<T>(history: FormHistory<T>, present: T, about: string): FormHistory<T> {
  const joins = history.last === about && history.past.length > 0
  const past = joins ? history.past : [...history.past, history.present].slice(-longestPast)
  return { past, present, future: [], last: about }
}

/** The next step does not join the last one. */
export function endStep<T>(history: FormHistory<T>): FormHistory<T> {
  return { ...history, last: null }
}

export function undoStep<T>(history: FormHistory<T>): FormHistory<T> {
  const present = history.past.at(-1)
  if (present === undefined) return history
  return {
    past: history.past.slice(0, -1),
    present,
    future: [history.present, ...history.future],
    last: null,
  }
}

export function redoStep<T>(history: FormHistory<T>): FormHistory<T> {
  const [present, ...future] = history.future
  if (present === undefined) return history
  return { past: [...history.past, history.present], present, future, last: null }
}
