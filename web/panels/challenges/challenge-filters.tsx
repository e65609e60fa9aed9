/** In which state and of which carrier are the challenges that one looks at? */
import type { Challenge } from '../../../core/api/challenges.ts'
import { challengeStates } from '../../../core/challenges/lifecycle.ts'
import type { ChallengeFilter } from '../../state/challenge-rows.ts'
import { SelectField } from '../villages/fields.tsx'
import { useChallengeWords } from './use-challenge-words.ts'

interface ChallengeFiltersProps {
  readonly challenges: readonly Challenge[]
  readonly filter: ChallengeFilter
  readonly onChange: (filter: ChallengeFilter) => void
}

export function ChallengeFilters({ challenges, filter, onChange }: ChallengeFiltersProps) {
  const { p, nameCarrier } = useChallengeWords()
  const all = { value: '' as const, label: p('filters.all') }
  const present = new Set(challenges.map(({ state }) => state))
  const carriers = [...new Set(challenges.map(({ carrier_code }) => carrier_code))].sort()
  return (
    <section className="assigned-filters" aria-label={p('filters.title')}>
      <SelectField
        label={p('filters.state')}
        value={filter.state}
        choices={[
          all,
          { value: 'open', label: p('filters.open') },
          ...challengeStates
            .filter((state) => present.has(state))
            .map((value) => ({ value, label: p(`states.${value}`) })),
        ]}
        onChange={(state) => onChange({ ...filter, state })}
      />
      {carriers.length > 1 && (
        <SelectField<string>
          label={p('filters.carrier')}
          value={filter.carrier}
          choices={[all, ...carriers.map((value) => ({ value, label: nameCarrier(value) }))]}
          onChange={(carrier) => onChange({ ...filter, carrier })}
        />
      )}
    </section>
  )
}
