/** How does the slider change the day? As every other part of the question is changed. */
import { useApp } from '../../state/store.ts'
import { askQuestion } from '../../state/transitions.ts'

/** @param as_of ISO day; null is today */
export function showDay(as_of: string | null): void {
  if (useApp.getState().question.as_of !== as_of) useApp.setState((state) => askQuestion(state, { as_of }))
}
