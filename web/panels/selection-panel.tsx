/** What is selected? The panel of its kind, or nothing; the code of each kind comes when one is first selected. */
import { lazy, Suspense } from 'react'
import { useEditScreen } from '../state/edit-slice.ts'
import { useApp } from '../state/store.ts'
import { EditorPlace } from './sites/editing-place.tsx'

const ChooserPanel = lazy(async () => ({ default: (await import('./chooser-panel.tsx')).ChooserPanel }))
const RoutePanel = lazy(async () => ({ default: (await import('./route-panel.tsx')).RoutePanel }))
const SitePanel = lazy(async () => ({ default: (await import('./site-panel.tsx')).SitePanel }))
const UnitPanel = lazy(async () => ({ default: (await import('./unit-panel.tsx')).UnitPanel }))
const VillagePanel = lazy(async () => ({ default: (await import('./village-panel.tsx')).VillagePanel }))

export function SelectionPanel() {
  const isEditing = useIsEditing()
  if (isEditing) return <EditorPlace />
  return (
    <Suspense fallback={null}>
      <PanelOfKind />
    </Suspense>
  )
}

function PanelOfKind() {
  const selection = useApp((state) => state.selection)
  const candidates = useApp((state) => state.candidates)
  if (candidates.length > 0) return <ChooserPanel candidates={candidates} />
  switch (selection.type) {
    case 'none':
      return null
    case 'unit':
      return <UnitPanel unit_set={selection.unit_set} code={selection.code} />
    case 'village':
      return <VillagePanel id={selection.id} />
    case 'site':
      return <SitePanel id={selection.id} />
    case 'cable-route':
      return <RoutePanel id={selection.id} />
  }
}

function useIsEditing(): boolean {
  return useEditScreen(({ target }) => target.type !== 'none')
}

export function useHasSelection(): boolean {
  const isEditing = useIsEditing()
  return useApp((state) => state.selection.type !== 'none' || state.candidates.length > 0) || isEditing
}
