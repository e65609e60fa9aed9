/** What is one suggestion? Its name with the match marked, its kind, where it lies, and when it holds. */
import { useWords, type Words } from '../hooks/use-words.ts'
import type { SearchResult } from '../../core/api/search.ts'
import { unitKindOf, villageKindOf } from '../state/kinds.ts'
import { toFullName } from '../i18n/unit-names.ts'
import { findMatchRange } from '../state/match-range.ts'

interface SearchSuggestionProps {
  readonly result: SearchResult
  readonly typed: string
}

export function SearchSuggestion({ result, typed }: SearchSuggestionProps) {
  const words = useWords()
  const [start, end] = findMatchRange(result.name, typed) ?? [0, 0]
  const details = [result.within, toTime(result, words), toRelation(result, words)]
    .filter(Boolean)
    .join(' · ')
  return (
    <>
      <span>
        <span className="soft">{toKind(result, words)} </span>
        {result.name.slice(0, start)}
        <mark>{result.name.slice(start, end)}</mark>
        {result.name.slice(end)}
      </span>
      <span className="soft suggestion-details">{details}</span>
    </>
  )
}

function toKind({ noun, kind }: SearchResult, { t }: Words): string {
  if (noun === 'site') return t('search.site')
  if (noun === 'village') return t(`village.kind.${villageKindOf(kind)}`)
  return t(`kinds.${unitKindOf(kind)}`)
}

function toTime({ valid_from, valid_to, predecessors }: SearchResult, { t, formats }: Words): string {
  if (valid_to !== null) return t('search.until', { month: formats.month(valid_to) })
  return valid_from !== null && predecessors.length > 0
    ? t('search.since', { month: formats.month(valid_from) })
    : ''
}

const namedPredecessors = 4

function toRelation({ successor, predecessors }: SearchResult, { t }: Words): string {
  if (successor !== null) {
    return t('search.now_part_of', {
      name: toFullName({ name: successor.name, kind: unitKindOf(successor.kind) }, t),
    })
  }
  if (predecessors.length === 0) return ''
  const names = predecessors.slice(0, namedPredecessors).map(({ name }) => name)
  return t('search.took_in', {
    names: names.join(', ') + (predecessors.length > namedPredecessors ? '…' : ''),
  })
}
