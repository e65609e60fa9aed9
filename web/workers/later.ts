/** How does a heavy part of the engine stay away until it is first asked? Its methods are there at once, its code when needed. */

const pause_ms = 2000

type Method = (...args: never[]) => unknown

/** The part as it is asked from outside: every answer is a promise. */
export type Later<P> = {
  readonly [K in keyof P]: P[K] extends (...args: infer A) => infer R
    ? (...args: A) => Promise<Awaited<R>>
    : never
}

/** @param methods every method of the part by its name: they are wanted before the part is here */
export function later<P extends object>(
  load: () => Promise<P>,
  methods: Readonly<Record<keyof P & string, true>>,
): Later<P> {
  let loading: Promise<P> | undefined
  const entries = (Object.keys(methods) as (keyof P & string)[]).map((name) => [
    name,
    async (...args: never[]) => {
      loading ??= loadUntilThere(load)
      return ((await loading)[name] as Method)(...args)
    },
  ])
  return Object.fromEntries(entries) as Later<P>
}

/** Where the line breaks while the code comes, the answer takes longer: whoever asked knows nothing of code. */
async function loadUntilThere<P>(load: () => Promise<P>): Promise<P> {
  for (;;) {
    try {
      return await load()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause_ms))
    }
  }
}
