/** What is selected? The panel of its kind, or nothing; the code of each kind comes when one is first selected. */
import { Suspense } from 'react'
import { withRecordTexts } from '../i18n/load-record-texts.ts'
import { useEditScreen } from '../state/edit-slice.ts'
import { useApp } from '../state/store.ts'
import { loadLater, NotLoaded } from './load-later.tsx'
import { EditorPlace } from './sites/editing-place.tsx'

const ChooserPanel = loadLater(async () => (await import('./chooser-panel.tsx')).ChooserPanel, NotLoaded)
const FacilityPanel = loadLater(
  async () => (await withRecordTexts(import('./facilities/facility-panel.tsx'))).FacilityPanel,
  NotLoaded,
)
const RoutePanel = loadLater(
  async () => (await withRecordTexts(import('./route-panel.tsx'))).RoutePanel,
  NotLoaded,
)
const SitePanel = loadLater(async () => (await import('./site-panel.tsx')).SitePanel, NotLoaded)
const UnitPanel = loadLater(async () => (await import('./unit-panel.tsx')).UnitPanel, NotLoaded)
const VillagePanel = loadLater(async () => (await import('./village-panel.tsx')).VillagePanel, NotLoaded)

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
    case 'facility':
      return <FacilityPanel id={selection.id} />
  }
}

function useIsEditing(): boolean {
  return useEditScreen(({ target }) => target.type !== 'none')
}

export function useHasSelection(): boolean {
  const isEditing = useIsEditing()
  return useApp((state) => state.selection.type !== 'none' || state.candidates.length > 0) || isEditing
}
