/** Where does the area inside circles stand beside a share? Fetched when a unit is opened; without it reading goes on. */
import { lazy, Suspense, type ComponentType } from 'react'
import { withCircleTexts } from '../../i18n/load-circle-texts.ts'

interface UnitAreaProps {
  readonly unit_index: number
}

const UnitArea = lazy(async (): Promise<{ default: ComponentType<UnitAreaProps> }> => {
  try {
    return { default: (await withCircleTexts(import('./unit-area.tsx'))).UnitArea }
  } catch {
    return { default: () => null }
  }
})

export function UnitAreaPlace(props: UnitAreaProps) {
  return (
    <Suspense fallback={null}>
      <UnitArea {...props} />
    </Suspense>
  )
}
