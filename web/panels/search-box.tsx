/** Where is what goes by this name? Suggestions without diacritics, units of both sets with their time. */
import { useCombobox } from 'downshift'
import { useState } from 'react'
import { useSearch } from '../hooks/use-search.ts'
import { useWords } from '../hooks/use-words.ts'
import type { SearchResult } from '../../core/api/search.ts'
import { openFound } from '../state/open-found.ts'
import { useApp } from '../state/store.ts'
import { SearchSuggestion } from './search-suggestion.tsx'

export function SearchBox() {
  const { t } = useWords()
  const [text, setText] = useState('')
  const found = useSearch(text)
  const items = [...found.results]
  const box = useCombobox<SearchResult>({
    items,
    inputValue: text,
    itemToString: (item) => item?.name ?? '',
    itemToKey: (item) => `${item?.noun} ${item?.unit_set} ${item?.code}`,
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem) useApp.setState((state) => openFound(state, selectedItem))
    },
    selectedItem: null,
  })
  const isOpen = box.isOpen && text.trim() !== ''
  return (
    <div className="search" role="search">
      <label className="visually-hidden" {...box.getLabelProps()}>
        {t('search.label')}
      </label>
      <input
        {...box.getInputProps({
          placeholder: t('search.placeholder'),
          type: 'search',
          spellCheck: false,
          // At once: the text that the combobox hands on comes late, and letters typed fast would be lost.
          onChange: (event) => setText((event.target as HTMLInputElement).value),
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
    </div>
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
