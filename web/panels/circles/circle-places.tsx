/** Where does the area inside circles stand beside a share? Fetched when a unit is opened; without it reading goes on. */
import { Suspense } from 'react'
import { withCircleTexts } from '../../i18n/load-circle-texts.ts'
import { loadLater } from '../load-later.tsx'

interface UnitAreaProps {
  readonly unit_index: number
}

const UnitArea = loadLater<UnitAreaProps>(
  async () => (await withCircleTexts(import('./unit-area.tsx'))).UnitArea,
)

export function UnitAreaPlace(props: UnitAreaProps) {
  return (
    <Suspense fallback={null}>
      <UnitArea {...props} />
    </Suspense>
  )
}
