/** Where else do assigned villages come in? Nothing of it is fetched before it is drawn. */
import { Suspense } from 'react'
import { withAssignedTexts } from '../../i18n/load-assigned-texts.ts'
import { loadLater } from '../load-later.tsx'

const AskedOfLocal = loadLater(
  async () => (await withAssignedTexts(import('./asked-of-local.tsx'))).AskedOfLocal,
)

/** At the top of an UBND's work. */
export function AskedOfLocalPlace() {
  return (
    <Suspense fallback={null}>
      <AskedOfLocal />
    </Suspense>
  )
}
