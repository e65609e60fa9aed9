/** How is something asked again and again without a queue? While one answer is awaited only the newest question waits. */

/**
 * `tell` hears of every answer that is still the newest; what was overtaken is not asked at all.
 *
 * @param pace_ms the least time from one question to the next: a hand moves more often than anybody reads
 */
export function askLatest<Q, A>(
  ask: (question: Q) => Promise<A>,
  tell: (answer: A, question: Q) => void,
  pace_ms = 0,
): (question: Q) => void {
  let waiting: { readonly question: Q } | null = null
  let isAsking = false
  const next = async () => {
    isAsking = true
    while (waiting !== null) {
      const { question } = waiting
      waiting = null
      const pace = pace_ms > 0 ? sleep(pace_ms) : null
      const answer = await ask(question).catch(() => null)
      if (answer !== null) tell(answer, question)
      await pace
    }
    isAsking = false
  }
  return (question) => {
    waiting = { question }
    if (!isAsking) void next()
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
