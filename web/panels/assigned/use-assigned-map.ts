/** How do the listed villages stand on the map? Those of the list alone, each under the mark of how far it is. */
import { useEffect, useMemo } from 'react'
import type { OverlayFeature } from '../../layers/overlay.ts'
import { toAssignedMark, type AssignedRow } from '../../state/assigned-rows.ts'
import { setListedVillages, setOverlay } from '../../state/map-screen.ts'
import { useApp } from '../../state/store.ts'
import { getVillageFeatures } from '../../state/units.ts'

const overlay = 'assigned'

export function useAssignedMap(rows: readonly AssignedRow[]): void {
  const villages = useApp((state) => state.sources.villages)
  const positions = useMemo(
    () => new Map(getVillageFeatures(villages).map(({ id, geometry }) => [id, geometry])),
    [villages],
  )
  useEffect(() => {
    setListedVillages(new Set(rows.flatMap(({ record }) => record.village_id ?? [])))
    setOverlay(overlay, toMarks(rows, positions))
  }, [rows, positions])
  useEffect(
    () => () => {
      setListedVillages(null)
      setOverlay(overlay, [])
    },
    [],
  )
}

type Positions = ReadonlyMap<number, ReturnType<typeof getVillageFeatures>[number]['geometry']>

function toMarks(rows: readonly AssignedRow[], positions: Positions): OverlayFeature[] {
  return rows.flatMap((row): OverlayFeature[] => {
    const mark = toAssignedMark(row)
    const { village_id } = row.record
    const geometry = village_id === null ? undefined : positions.get(village_id)
    if (mark === null || village_id === null || geometry === undefined) return []
    return [{ type: 'Feature', geometry, properties: { role: mark, village_id } }]
  })
}
