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
  const details = [
    toRow(result, words),
    // Of a new commune it is the province, which goes by the name of a district and a ward as well.
    result.unit_set === 'commune-2025' ? null : result.within,
    toTime(result, words),
    toRelation(result, words),
    toMeaning(result, words),
  ]
    .filter(Boolean)
    .join(' · ')
  const age = toAge(result)
  return (
    <>
      <span>
        <span className="soft">{toKind(result, words)} </span>
        {result.name.slice(0, start)}
        <mark>{result.name.slice(start, end)}</mark>
        {result.name.slice(end)}
        {age !== null && (
          <span className="unit-age" data-age={age}>
            {words.t(`search.${age}`)}
          </span>
        )}
      </span>
      <span className="soft suggestion-details">{details}</span>
    </>
  )
}

function toKind({ noun, kind }: SearchResult, { t }: Words): string {
  switch (noun) {
    case 'unit':
      return t(`kinds.${unitKindOf(kind)}`)
    case 'village':
      return t(`village.kind.${villageKindOf(kind)}`)
    default:
      return t(`search.nouns.${noun}`)
  }
}

/** Communes alone came anew in one reform: of one name an old and a new one may lie in different places. */
function toAge({ unit_set }: SearchResult): 'old' | 'new' | null {
  if (unit_set === 'commune-2025') return 'new'
  return unit_set === 'commune' ? 'old' : null
}

function toTime({ noun, valid_from, valid_to, unit_set }: SearchResult, { t, formats }: Words): string {
  if (noun === 'act') return valid_from === null ? '' : formats.date(valid_from)
  if (valid_to !== null) return t('search.until', { month: formats.month(valid_to) })
  return valid_from !== null && unit_set === 'commune-2025'
    ? t('search.since', { month: formats.month(valid_from) })
    : ''
}

/** The place of an assigned village in its act. */
function toRow({ noun, row_no, act_number }: SearchResult, { t }: Words): string {
  if (noun === 'act') return act_number ?? ''
  return row_no === null ? '' : t('search.row', { row: String(row_no), act: act_number ?? '' })
}

/** What opening it does, where that is not going there. */
function toMeaning({ noun }: SearchResult, { t }: Words): string {
  return noun === 'carrier' || noun === 'act' ? t(`search.opens.${noun}`) : ''
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
