/** Which answers lie at hand? Put in for whoever looks them through: nothing is answered before it is saved. */
interface AskedQuestion {
  readonly key: string
  readonly choices: readonly { readonly code: string }[]
}

/** So few are answered as fast one by one. */
const few = 3

/** By the keys of questions that have one choice and no answer yet; empty where it is not worth a button. */
export function toOnlyChoices(
  questions: readonly AskedQuestion[],
  answers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const found = questions.flatMap(({ key, choices: [first, ...others] }) =>
    first === undefined || others.length > 0 || answers[key] !== undefined ? [] : [[key, first.code]],
  )
  return found.length < few ? {} : (Object.fromEntries(found) as Record<string, string>)
}
