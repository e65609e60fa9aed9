/** Where is what goes by this name? A field from the first moment; what suggests comes with the first touch of it. */
import { useRef, useState } from 'react'
import { useWords } from '../hooks/use-words.ts'
import type { SearchCombobox } from './search-combobox.tsx'

interface Ready {
  readonly Combobox: typeof SearchCombobox
  /** Where the caret stood; null: elsewhere. */
  readonly caret: number | null
}

export function SearchBox() {
  const [text, setText] = useState('')
  const [ready, setReady] = useState<Ready | null>(null)
  return (
    <div className="search" role="search">
      {ready === null ? (
        <PlainField text={text} onText={setText} onReady={setReady} />
      ) : (
        <ready.Combobox text={text} onText={setText} caret={ready.caret} />
      )}
    </div>
  )
}

interface PlainFieldProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly onReady: (ready: Ready) => void
}

/** Looks and speaks like the field that takes its place. Where that cannot be fetched, the next touch tries again. */
function PlainField({ text, onText, onReady }: PlainFieldProps) {
  const { t } = useWords()
  const field = useRef<HTMLInputElement>(null)
  const arriving = useRef<Promise<Ready['Combobox']> | null>(null)
  // A keyboard that makes ế of e, e and s would lose what it holds if the field went away meanwhile.
  const isComposing = useRef(false)
  const takePlace = async () => {
    arriving.current ??= import('./search-combobox.tsx').then((module) => module.SearchCombobox)
    const Combobox = await arriving.current.catch(() => (arriving.current = null))
    if (Combobox === null || isComposing.current || field.current === null) return
    const hasFocus = document.activeElement === field.current
    onReady({ Combobox, caret: hasFocus ? field.current.selectionStart : null })
  }
  return (
    <>
      <label className="visually-hidden" htmlFor="search-plain">
        {t('search.label')}
      </label>
      <input
        id="search-plain"
        ref={field}
        role="combobox"
        aria-expanded={false}
        aria-autocomplete="list"
        type="search"
        spellCheck={false}
        autoComplete="off"
        placeholder={t('search.placeholder')}
        value={text}
        onPointerEnter={() => void takePlace()}
        onFocus={() => void takePlace()}
        onChange={(event) => {
          onText(event.target.value)
          void takePlace()
        }}
        onCompositionStart={() => (isComposing.current = true)}
        onCompositionEnd={() => {
          isComposing.current = false
          void takePlace()
        }}
      />
    </>
  )
}
