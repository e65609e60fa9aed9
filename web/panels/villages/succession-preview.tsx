/** What is going to happen when villages are merged or split? Said before it is done. */
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'

/** A village that is to be. Null: not known. */
export interface ComingVillage {
  readonly code: string
  readonly name: string
  readonly households: number | null
  readonly population: number | null
  readonly grid_power: boolean | null
}

interface SuccessionPreviewProps {
  readonly ending: readonly { readonly name: string }[]
  readonly coming: readonly ComingVillage[]
  /** ISO date, or empty where none is chosen yet. */
  readonly valid_from: string
}

export function SuccessionPreview({ ending, coming, valid_from }: SuccessionPreviewProps) {
  const { p, formats } = usePartWords('villages')
  const today = useApp((state) => state.today)
  const isDay = valid_from !== '' && valid_from <= today
  const day = isDay ? formats.date(valid_from) : p('preview.no_day')
  return (
    <section className="edit-preview" aria-label={p('preview.title')}>
      <h3>{p('preview.title')}</h3>
      <ul>
        <li>{p('preview.ends', { names: ending.map(({ name }) => name).join(', '), day })}</li>
        {coming.map((village, index) => (
          <li key={index}>
            {p('preview.begins', {
              name: village.name.trim() || p('preview.no_name'),
              code: village.code.trim() || p('preview.no_code'),
              day,
              facts: toFacts(village),
            })}
          </li>
        ))}
        <li>{p('preview.keeps')}</li>
        <li>{p('preview.undo')}</li>
      </ul>
    </section>
  )

  function toFacts({ households, population, grid_power }: ComingVillage): string {
    const power = grid_power === null ? 'unknown' : grid_power ? 'yes' : 'no'
    return [
      households === null
        ? p('preview.no_households')
        : p('preview.households', { n: formats.integer(households) }),
      population === null
        ? p('preview.no_population')
        : p('preview.population', { n: formats.integer(population) }),
      p(`preview.power.${power}`),
    ].join(', ')
  }
}
