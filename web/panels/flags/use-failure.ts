/** What does the failure on screen take away? Asked again when what is counted with changes. */
import { useEffect, useState } from 'react'
import { ApiProblem } from '../../api.ts'
import { askIfFails, type AnsweredFailure } from '../../ask-if-fails.ts'
import type { Fetched } from '../../hooks/use-fetched.ts'
import { toFailingText, type Failing } from '../../state/failing.ts'
import { useApp } from '../../state/store.ts'

export function useFailure(fails: readonly Failing[]): Fetched<AnsweredFailure> {
  const key = useApp(({ question, refresh_count, session, answer }) =>
    // Before the first answer the worker has nothing to count with.
    answer === null
      ? null
      : `${toFailingText(fails)} ${question.as_of ?? ''} ${refresh_count} ${session?.user_id ?? ''}`,
  )
  const [known, setKnown] = useState<{
    readonly key: string
    readonly result: Fetched<AnsweredFailure>
  } | null>(null)
  useEffect(() => {
    if (key === null) return
    let isWanted = true
    const settle = (result: Fetched<AnsweredFailure>) => {
      if (isWanted) setKnown({ key, result })
    }
    askIfFails(fails).then(
      (value) => settle({ status: 'ready', value }),
      (error: unknown) => {
        if (!(error instanceof ApiProblem)) throw error
        settle({ status: 'failed', problem: error })
      },
    )
    return () => {
      isWanted = false
    }
    // The key says what is asked.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key])
  return known !== null && known.key === key ? known.result : { status: 'loading' }
}
