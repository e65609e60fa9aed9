/** Where else do assigned villages come in? Nothing of it is fetched before it is drawn. */
import { lazy, Suspense, type ComponentType } from 'react'
import { withAssignedTexts } from '../../i18n/load-assigned-texts.ts'

const nothing: ComponentType = () => null

const AskedOfLocal = lazy(async (): Promise<{ default: ComponentType }> => ({
  default: await withAssignedTexts(import('./asked-of-local.tsx')).then(
    (module) => module.AskedOfLocal,
    () => nothing,
  ),
}))

/** At the top of an UBND's work. */
export function AskedOfLocalPlace() {
  return (
    <Suspense fallback={null}>
      <AskedOfLocal />
    </Suspense>
  )
}
