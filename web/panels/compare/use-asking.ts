/** How does the comparison follow its two questions? Asked anew with every answer to A and every change of B. */
import { useEffect } from 'react'
import { ApiProblem } from '../../api.ts'
import { askComparison } from '../../ask-comparison.ts'
import { isSameView } from '../../state/answer-slice.ts'
import { getAskedView } from '../../state/asked-view.ts'
import { openingCompare, toQuestionB } from '../../state/compare-slice.ts'
import { openingComparison, useComparison } from '../../state/comparison.ts'
import { useApp } from '../../state/store.ts'

/** For as long as the page is open; then B is forgotten, and which differences were listed. */
export function useAsking(): void {
  const answer = useApp((state) => state.answer)
  const question = useApp((state) => state.question)
  const compared = useApp((state) => state.compared)
  const attempt = useComparison((screen) => screen.problem)
  useEffect(() => {
    // B starts as a copy, and stays what it was when A changes.
    if (useApp.getState().compared === null) useApp.setState({ compared: useApp.getState().question })
  }, [compared])
  useEffect(() => {
    const state = useApp.getState()
    const a = getAskedView(state)
    if (answer === null || !isSameView(answer.view, a) || attempt !== null) return
    const b = { ...getAskedView({ ...state, question: toQuestionB(state) }), unit_set: a.unit_set }
    let isWanted = true
    askComparison(a, b).then(
      (result) => isWanted && result !== null && useComparison.setState({ result }),
      (problem: unknown) => {
        if (!(problem instanceof ApiProblem)) throw problem
        if (isWanted) useComparison.setState({ problem })
      },
    )
    return () => {
      isWanted = false
    }
  }, [answer, question, compared, attempt])
  useEffect(
    () => () => {
      useComparison.setState(openingComparison)
      useApp.setState(openingCompare)
    },
    [],
  )
}
