/** How do carriers answer what was reported against them? The clock of it, for the board of assigned villages. */
import { useApp } from '../../state/store.ts'
import { ListProblem } from '../list-problem.tsx'
import { ChallengeBoard } from './challenge-board.tsx'
import { useChallengeWords } from './use-challenge-words.ts'
import { useChallenges } from './use-challenges.ts'

/** Nothing where nothing was sent to a carrier. */
export function ChallengeAnswers() {
  const { p } = useChallengeWords()
  const told = useChallenges()
  if (told.status === 'failed') return <ListProblem problem={told.problem} onRetry={told.retry} />
  if (
    told.status === 'loading' ||
    told.list.challenges.every(({ answer_due_on }) => answer_due_on === null)
  ) {
    return null
  }
  return (
    <>
      <ChallengeBoard challenges={told.list.challenges} />
      <p>
        <button type="button" className="text-button" onClick={() => useApp.setState({ page: 'challenges' })}>
          {p('board.open')}
        </button>
      </p>
    </>
  )
}
