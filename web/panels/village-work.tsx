/** Where do those work on a village who may? Their tools are fetched when such a village is opened. */
import { useEffect, useState, type ComponentType } from 'react'
import type { VillageRecord } from '../../core/api/records.ts'
import { loadVillageTexts } from '../i18n/load-village-texts.ts'

type Tools = ComponentType<{ readonly village: VillageRecord }>

async function loadTools(): Promise<Tools> {
  const [{ VillageEditing }] = await Promise.all([
    import('./villages/village-editing.tsx'),
    loadVillageTexts(),
  ])
  return VillageEditing
}

export function VillageWork({ village }: { readonly village: VillageRecord }) {
  const [loaded, setLoaded] = useState<{ readonly Tools: Tools } | null>(null)
  const isNeeded = village.may.length > 0
  useEffect(() => {
    if (!isNeeded) return
    // What cannot be fetched now is fetched when the next village is opened; reading goes on without it.
    loadTools().then(
      (Tools) => setLoaded({ Tools }),
      () => undefined,
    )
  }, [isNeeded, village.id])
  if (!isNeeded || loaded === null) return null
  return <loaded.Tools key={village.id} village={village} />
}
