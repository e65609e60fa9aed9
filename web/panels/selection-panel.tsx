/** What is selected? The panel of its kind, or nothing. */
import { useEditScreen } from '../state/edit-slice.ts'
import { useApp } from '../state/store.ts'
import { ChooserPanel } from './chooser-panel.tsx'
import { RoutePanel } from './route-panel.tsx'
import { SitePanel } from './site-panel.tsx'
import { EditorPlace } from './sites/editing-place.tsx'
import { UnitPanel } from './unit-panel.tsx'
import { VillagePanel } from './village-panel.tsx'

export function SelectionPanel() {
  const selection = useApp((state) => state.selection)
  const candidates = useApp((state) => state.candidates)
  const isEditing = useIsEditing()
  if (isEditing) return <EditorPlace />
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
