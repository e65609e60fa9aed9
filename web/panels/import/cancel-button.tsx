/** How is an import given up? Asked once more: the choices made for it are gone then. */
import { start, SureButton } from './sure-button.tsx'
import type { ImportWork } from './use-import.ts'
import { useImportWords } from './use-import-words.ts'

export function CancelButton({ work }: { readonly work: ImportWork }) {
  const { p } = useImportWords()
  return (
    <SureButton
      look="text-button"
      label={p('opened.cancel')}
      question={p('opened.cancel_sure')}
      yes={p('opened.cancel_yes')}
      no={p('opened.keep')}
      is_disabled={work.saving.status === 'saving'}
      onYes={() => start(work.move('cancel'))}
    />
  )
}
