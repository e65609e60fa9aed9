/** What is selected? The panel of its kind, or nothing. */
import { useApp } from '../state/store.ts'
import { ChooserPanel } from './chooser-panel.tsx'
import { RoutePanel } from './route-panel.tsx'
import { SitePanel } from './site-panel.tsx'
import { UnitPanel } from './unit-panel.tsx'
import { VillagePanel } from './village-panel.tsx'

export function SelectionPanel() {
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

export function useHasSelection(): boolean {
  return useApp((state) => state.selection.type !== 'none' || state.candidates.length > 0)
}
