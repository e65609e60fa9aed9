/** A file to fill in: the columns that are understood, and a row as an example. */
import { useState } from 'react'
import type { ImportNoun } from '../../../core/import/nouns.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'

export function TemplateButtons({ noun }: { readonly noun: ImportNoun }) {
  const { p } = usePartWords('start_real')
  const [hasFailed, setHasFailed] = useState(false)
  const step = p(`steps.${noun}`)
  const save = async (format: 'xlsx' | 'csv') => {
    try {
      const { saveTemplate } = await import('./save-template.ts')
      await saveTemplate(noun, { title: p('template_title', { step }), note: p('template_note') }, format)
      setHasFailed(false)
    } catch {
      setHasFailed(true)
    }
  }
  return (
    <>
      <span className="soft">{p('template')}</span>
      {(['xlsx', 'csv'] as const).map((format) => (
        <button
          key={format}
          type="button"
          className="text-button"
          aria-label={p('template_of', { step, format })}
          onClick={() => void save(format)}
        >
          {format}
        </button>
      ))}
      {hasFailed && <span role="alert">{p('template_failed')}</span>}
    </>
  )
}
