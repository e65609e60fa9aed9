/** What goes by the name that is typed? Suggestions without diacritics, units of both sets with their time. */
import { useCombobox } from 'downshift'
import { useLayoutEffect } from 'react'
import { useSearch } from '../hooks/use-search.ts'
import { useWords } from '../hooks/use-words.ts'
import type { SearchResult } from '../../core/api/search.ts'
import { openFound } from '../state/open-found.ts'
import { useApp } from '../state/store.ts'
import { SearchSuggestion } from './search-suggestion.tsx'

const fieldId = 'search'

interface SearchComboboxProps {
  readonly text: string
  readonly onText: (text: string) => void
  /** Where the caret stood in the field that this one takes the place of; null: it had no focus. */
  readonly caret: number | null
}

export function SearchCombobox({ text, onText, caret }: SearchComboboxProps) {
  const { t } = useWords()
  useLayoutEffect(() => {
    if (caret === null) return
    const field = document.getElementById(fieldId) as HTMLInputElement | null
    field?.focus()
    field?.setSelectionRange(caret, caret)
  }, [caret])
  const found = useSearch(text)
  const items = [...found.results]
  const box = useCombobox<SearchResult>({
    items,
    inputId: fieldId,
    inputValue: text,
    // Somebody may have typed before this was there.
    initialIsOpen: text !== '',
    itemToString: (item) => item?.name ?? '',
    itemToKey: (item) => `${item?.noun} ${item?.unit_set} ${item?.code}`,
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem) useApp.setState((state) => openFound(state, selectedItem))
    },
    selectedItem: null,
  })
  const isOpen = box.isOpen && text.trim() !== ''
  return (
    <>
      <label className="visually-hidden" {...box.getLabelProps()}>
        {t('search.label')}
      </label>
      <input
        {...box.getInputProps({
          placeholder: t('search.placeholder'),
          type: 'search',
          spellCheck: false,
          // At once: the text that the combobox hands on comes late, and letters typed fast would be lost.
          onChange: (event) => onText((event.target as HTMLInputElement).value),
        })}
      />
      <ul className="suggestions" hidden={!isOpen} {...box.getMenuProps()}>
        {isOpen &&
          items.map((item, index) => (
            <li
              key={`${item.noun} ${item.unit_set} ${item.code}`}
              data-active={box.highlightedIndex === index}
              {...box.getItemProps({ item, index })}
            >
              <SearchSuggestion result={item} typed={found.typed} />
            </li>
          ))}
      </ul>
      {isOpen && items.length === 0 && <SearchMessage found={found} text={text} />}
    </>
  )
}

function SearchMessage({
  found,
  text,
}: {
  readonly found: ReturnType<typeof useSearch>
  readonly text: string
}) {
  const { t } = useWords()
  const isWaiting = found.typed !== text.trim()
  return (
    <p className="suggestions search-message" role="status">
      {found.problem !== null
        ? t(`errors.${found.problem.code}`)
        : isWaiting
          ? t('search.searching')
          : t('search.none', { q: text.trim() })}
    </p>
  )
}
