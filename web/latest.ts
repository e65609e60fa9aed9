/** How is something asked again and again without a queue? While one answer is awaited only the newest question waits. */

/** `tell` hears of every answer that is still the newest; what was overtaken is not asked at all. */
export function askLatest<Q, A>(
  ask: (question: Q) => Promise<A>,
  tell: (answer: A, question: Q) => void,
): (question: Q) => void {
  let waiting: { readonly question: Q } | null = null
  let isAsking = false
  const next = async () => {
    isAsking = true
    while (waiting !== null) {
      const { question } = waiting
      waiting = null
      const answer = await ask(question).catch(() => null)
      if (answer !== null) tell(answer, question)
    }
    isAsking = false
  }
  return (question) => {
    waiting = { question }
    if (!isAsking) void next()
  }
}
