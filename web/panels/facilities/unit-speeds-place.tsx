/** Where do measured speeds stand in the panel of a commune? Fetched with its first one; without them reading goes on. */
import { Suspense } from 'react'
import type { SpeedUnitSet } from '../../../core/inventory/speed-results.ts'
import { withRecordTexts } from '../../i18n/load-record-texts.ts'
import { loadLater } from '../load-later.tsx'

interface UnitSpeedsProps {
  readonly unit_set: SpeedUnitSet
  readonly code: string
}

const UnitSpeeds = loadLater<UnitSpeedsProps>(
  async () => (await withRecordTexts(import('./unit-speeds.tsx'))).UnitSpeeds,
)

export function UnitSpeedsPlace(props: UnitSpeedsProps) {
  return (
    <Suspense fallback={null}>
      <UnitSpeeds {...props} />
    </Suspense>
  )
}
