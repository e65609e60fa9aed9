/** What was asked of the server, and what did it answer? */

/** What a saved change is answered with. */
export interface Acknowledged {
  readonly id: number
  readonly entry_id: number
  /** A statement has none: it is never changed. */
  readonly version: number | null
}

interface Asked {
  /** Stands in every table that the change writes, so that it is recognised wherever it arrived. */
  readonly marker: string
  /** Unanswered: nobody was told whether it was done. Refused: it must not have been. */
  readonly outcome: Acknowledged | 'unanswered' | 'refused'
}

/** A site that was moved or created, with the note of it and of its first station; or what is said of a village. */
export type Attempt = Asked &
  (
    | { readonly noun: 'sites'; readonly lng: number; readonly lat: number }
    | { readonly noun: 'village_services'; readonly village_id: number }
  )

type NewAttempt = Attempt extends infer A
  ? A extends Attempt
    ? Omit<A, 'outcome' | 'marker'>
    : never
  : never

export interface Attempts {
  /** Before it is sent; returns its marker. */
  readonly begin: (attempt: NewAttempt) => string
  readonly settle: (marker: string, outcome: Acknowledged | 'refused') => void
  readonly list: () => readonly Attempt[]
}

export function createAttempts(): Attempts {
  const attempts = new Map<string, Attempt>()
  return {
    begin: (attempt) => {
      const marker = `thử ghi ${attempts.size + 1}`
      attempts.set(marker, { ...attempt, marker, outcome: 'unanswered' } as Attempt)
      return marker
    },
    settle: (marker, outcome) => {
      const attempt = attempts.get(marker)
      if (attempt === undefined) throw new Error(`Nothing was begun as ${marker}`)
      attempts.set(marker, { ...attempt, outcome })
    },
    list: () => [...attempts.values()],
  }
}
