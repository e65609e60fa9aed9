/** Of whom, of which year and of which standing are the papers that one looks at? */
import type { DuePaper } from '../../../core/api/due-papers.ts'
import { compareNames } from '../../../core/text.ts'
import { countStandings, toOwerKey, type PaperFilter } from '../../state/paper-rows.ts'
import { SelectField, type Choice } from '../villages/fields.tsx'
import { usePaperWords } from './use-paper-words.ts'

interface PaperFiltersProps {
  readonly papers: readonly DuePaper[]
  readonly filter: PaperFilter
  readonly onChange: (filter: PaperFilter) => void
}

export function PaperFilters({ papers, filter, onChange }: PaperFiltersProps) {
  const { p } = usePaperWords()
  const all = { value: '' as const, label: p('filters.all') }
  const years = [...new Set(papers.map(({ year }) => year))].sort((a, b) => b - a)
  const standings = countStandings(papers).map(({ standing }) => ({
    value: standing,
    label: p(`standings.${standing}`),
  }))
  return (
    <section className="assigned-filters" aria-label={p('filters.title')}>
      <SelectField<string>
        label={p('filters.who')}
        value={filter.who}
        choices={[all, ...useOwerChoices(papers)]}
        onChange={(who) => onChange({ ...filter, who })}
      />
      <SelectField<string>
        label={p('filters.year')}
        value={filter.year}
        choices={[
          all,
          ...years.map((year) => ({
            value: String(year),
            label: year === 0 ? p('filters.no_year') : String(year),
          })),
        ]}
        onChange={(year) => onChange({ ...filter, year })}
      />
      <SelectField
        label={p('filters.standing')}
        value={filter.standing}
        choices={[all, ...standings]}
        onChange={(standing) => onChange({ ...filter, standing })}
      />
    </section>
  )
}

/** Each kind as a whole where there are several of it, then each one. */
function useOwerChoices(papers: readonly DuePaper[]): Choice[] {
  const { p, nameOwer } = usePaperWords()
  const named = new Map(papers.map((paper) => [toOwerKey(paper), nameOwer(paper)]))
  const listOf = (kind: string) =>
    [...named]
      .filter(([key]) => key.startsWith(`${kind} `))
      .map(([value, label]) => ({ value, label }))
      .sort((a, b) => compareNames(a.label, b.label))
  const withWhole = (kind: string, label: string) => {
    const own = listOf(kind)
    return own.length > 1 ? [{ value: kind, label }, ...own] : own
  }
  return [
    ...withWhole('carrier', p('filters.carriers')),
    ...withWhole('district', p('filters.districts')),
    ...(named.has('department') ? [{ value: 'department', label: p('filters.department') }] : []),
  ]
}
