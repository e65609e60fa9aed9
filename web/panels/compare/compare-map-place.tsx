/** Where does the second map come in? Only where somebody compares; its code comes with it. */
import { Suspense } from 'react'
import { loadTimeTexts } from '../../i18n/load-time-texts.ts'
import type { MapPadding } from '../../map/map-view-props.ts'
import { useApp } from '../../state/store.ts'
import { loadLater } from '../load-later.tsx'

const CompareMap = loadLater(async () => {
  const [{ CompareMap: component }] = await Promise.all([import('./compare-map.tsx'), loadTimeTexts()])
  return component
})

export function CompareMapPlace({ padding }: { readonly padding: MapPadding }) {
  const isCompared = useApp((state) => state.page === 'compare')
  if (!isCompared) return null
  return (
    <Suspense fallback={null}>
      <CompareMap padding={padding} />
    </Suspense>
  )
}
