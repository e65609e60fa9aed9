/** Where do doubts about reports and questions about failures come in? Nothing of it is fetched before somebody may use it. */
import { Suspense } from 'react'
import { withFlagTexts } from '../../i18n/load-flag-texts.ts'
import { getRole } from '../../state/session-slice.ts'
import { useApp } from '../../state/store.ts'
import type { Failing } from '../../state/failing.ts'
import { loadLater } from '../load-later.tsx'

const FlagNote = loadLater(async () => (await withFlagTexts(import('./flag-note.tsx'))).FlagNote)
const FailButton = loadLater(async () => (await withFlagTexts(import('./fail-button.tsx'))).FailButton)

/** Beside a statement. */
export function FlagNotePlace({ statement_id }: { readonly statement_id: number }) {
  const isStaff = useApp((state) => ['staff', 'admin'].includes(getRole(state)))
  if (!isStaff) return null
  return (
    <Suspense fallback={null}>
      <FlagNote statement_id={statement_id} />
    </Suspense>
  )
}

/** In the panel of a site or a cable route. */
export function FailButtonPlace({ failing }: { readonly failing: Failing }) {
  return (
    <Suspense fallback={null}>
      <FailButton failing={failing} />
    </Suspense>
  )
}
