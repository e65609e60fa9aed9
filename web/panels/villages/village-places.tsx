/** Where does work on villages come in? Nothing of it is fetched before somebody may do it. */
import { Suspense } from 'react'
import type { VillageRecord } from '../../../core/api/records.ts'
import { can } from '../../../core/permissions.ts'
import { withChallengeTexts } from '../../i18n/load-challenge-texts.ts'
import { loadVillageTexts } from '../../i18n/load-village-texts.ts'
import type { VillageTarget } from '../../state/edit-slice.ts'
import { getRole } from '../../state/session-slice.ts'
import { useApp } from '../../state/store.ts'
import type { UnitToolsProps } from './unit-tools.tsx'
import { loadLater } from '../load-later.tsx'

/** The module of a part, when its texts have come too. */
export async function withVillageTexts<M>(module: Promise<M>): Promise<M> {
  const [loaded] = await Promise.all([module, loadVillageTexts()])
  return loaded
}

const VillageTools = loadLater(
  async () => (await withVillageTexts(import('./village-editing.tsx'))).VillageEditing,
)
const UnitTools = loadLater(async () => (await withVillageTexts(import('./unit-tools.tsx'))).UnitTools)
const VillageEditor = loadLater(
  async () => (await withVillageTexts(import('./village-editor.tsx'))).VillageEditor,
)

const ChallengeButton = loadLater(
  async () => (await withChallengeTexts(import('../challenges/challenge-button.tsx'))).ChallengeButton,
)

/** In the panel of a village: an UBND speaks of its own. */
export function ChallengePlace({ village }: { readonly village: VillageRecord }) {
  const role = useApp(getRole)
  if (!can(role, 'create', 'challenges') || (role === 'local' && village.may.length === 0)) return null
  return (
    <Suspense fallback={null}>
      <ChallengeButton village={village} />
    </Suspense>
  )
}

/** In the panel of a village. */
export function VillageToolsPlace({ village }: { readonly village: VillageRecord }) {
  if (village.may.length === 0) return null
  return (
    <Suspense fallback={null}>
      <VillageTools key={village.id} village={village} />
    </Suspense>
  )
}

/** In the panel of a district or commune. */
export function UnitToolsPlace(unit: UnitToolsProps) {
  const isAllowed = useApp((state) => can(getRole(state), 'create', 'villages'))
  if (!isAllowed) return null
  return (
    <Suspense fallback={null}>
      <UnitTools {...unit} />
    </Suspense>
  )
}

/** In place of what is selected. */
export function VillageEditorPlace({ target }: { readonly target: VillageTarget }) {
  return (
    <Suspense fallback={null}>
      <VillageEditor key={JSON.stringify(target)} target={target} />
    </Suspense>
  )
}
