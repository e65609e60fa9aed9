/** What are challenges and carriers called? */
import type { Challenge } from '../../../core/api/challenges.ts'
import { usePartWords, type PartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'

export interface ChallengeWords extends PartWords<'challenges'> {
  readonly nameCarrier: (code: string) => string
  readonly nameChallenge: (challenge: Challenge) => string
}

export function useChallengeWords(): ChallengeWords {
  const words = usePartWords('challenges')
  const carriers = useApp((state) => state.province?.carriers)
  const { p, t } = words
  const nameCarrier = (code: string) => carriers?.find((known) => known.code === code)?.name ?? code
  return {
    ...words,
    nameCarrier,
    nameChallenge: ({ village_name, carrier_code, service }) =>
      p('row.name', {
        village: village_name,
        carrier: nameCarrier(carrier_code),
        service: t(`services.${service}.name`),
      }),
  }
}
