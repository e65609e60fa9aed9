/** Which file is wanted, and how far is it? */
import { usePartWords } from '../../hooks/use-part-words.ts'
import type { Paper } from '../../print/paper.ts'
import type { SheetSource } from './use-sheet.ts'
import { isLowered, useSaving, type Saving } from './use-saving.ts'

interface SaveButtonsProps {
  readonly source: SheetSource
  readonly title: string
  readonly paper: Paper
}

export function SaveButtons({ source, title, paper }: SaveButtonsProps) {
  const { p, language } = usePartWords('print')
  const { saving, save, cancel } = useSaving()
  const isBusy = saving.type === 'drawing' || saving.type === 'writing'
  const start = (format: 'pdf' | 'png') => save(format, { source, title, paper, language })
  return (
    <div className="save-sheet">
      <div className="save-sheet-buttons">
        <button type="button" className="main-button" disabled={isBusy} onClick={() => start('pdf')}>
          {p('page.pdf')}
        </button>
        <button type="button" className="plain-button" disabled={isBusy} onClick={() => start('png')}>
          {p('page.png')}
        </button>
        {isBusy && (
          <button type="button" className="text-button" onClick={cancel}>
            {p('page.cancel')}
          </button>
        )}
      </div>
      {isBusy && <progress aria-label={p(`page.${saving.type === 'writing' ? 'writing' : 'drawing'}`)} />}
      <SavingState saving={saving} />
    </div>
  )
}

function SavingState({ saving }: { readonly saving: Saving }) {
  const { p } = usePartWords('print')
  if (saving.type === 'failed') {
    return (
      <p className="form-problem" role="alert">
        {p('page.failed')}
      </p>
    )
  }
  return (
    <p role="status">
      {saving.type === 'drawing' && p('page.drawing')}
      {saving.type === 'writing' && p('page.writing')}
      {saving.type === 'cancelled' && p('page.cancelled')}
      {saving.type === 'done' &&
        `${p('page.done', { name: saving.name, dpi: String(saving.dots_per_inch) })}${
          isLowered(saving) ? ` ${p('page.lowered', { dpi: String(saving.dots_per_inch) })}` : ''
        }`}
    </p>
  )
}
