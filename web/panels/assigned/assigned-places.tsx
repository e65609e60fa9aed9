/** Where else do assigned villages come in? Nothing of it is fetched before it is drawn. */
import { Suspense } from 'react'
import { canReadColumn } from '../../../core/permissions.ts'
import { useRole } from '../../hooks/use-role.ts'
import { withAssignedTexts } from '../../i18n/load-assigned-texts.ts'
import { withChallengeTexts } from '../../i18n/load-challenge-texts.ts'
import { loadLater } from '../load-later.tsx'

const AskedOfLocal = loadLater(
  async () => (await withAssignedTexts(import('./asked-of-local.tsx'))).AskedOfLocal,
)

const ChallengeAnswers = loadLater(
  async () => (await withChallengeTexts(import('../challenges/challenge-answers.tsx'))).ChallengeAnswers,
)

/** Below the board, for those who are told of reports against a carrier's coverage. */
export function ChallengeAnswersPlace() {
  const role = useRole()
  if (!canReadColumn(role, 'challenges', 'state')) return null
  return (
    <Suspense fallback={null}>
      <ChallengeAnswers />
    </Suspense>
  )
}

/** At the top of an UBND's work. */
export function AskedOfLocalPlace() {
  return (
    <Suspense fallback={null}>
      <AskedOfLocal />
    </Suspense>
  )
}
