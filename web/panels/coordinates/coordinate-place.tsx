/** Where do the coordinates under the pointer stand? Their code comes once the map is drawn; their place is kept from the start. */
import { useEffect, useState, type ComponentType } from 'react'
import { withMeasureTexts } from '../../i18n/load-measure-texts.ts'
import { useApp } from '../../state/store.ts'
import { usePointerScreen } from '../../state/place-menu.ts'

type Coordinates = typeof import('./coordinate-line.tsx')

/** Null until the map is drawn and the code has come; without it the map is read all the same. */
function useCoordinates(isWanted: boolean): Coordinates | null {
  const [loaded, setLoaded] = useState<Coordinates | null>(null)
  useEffect(() => {
    let isThere = true
    if (isWanted) {
      withMeasureTexts(import('./coordinate-line.tsx')).then(
        (module) => isThere && setLoaded(module),
        () => undefined,
      )
    }
    return () => {
      isThere = false
    }
  }, [isWanted])
  return loaded
}

const firstSigns = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const

/** Projections are a tenth of the page's code: they stay away until somebody moves a pointer or a focus. */
function useIsUsed(): boolean {
  const [isUsed, setUsed] = useState(false)
  useEffect(() => {
    const listen = () => setUsed(true)
    for (const sign of firstSigns) document.addEventListener(sign, listen, { once: true })
    return () => {
      for (const sign of firstSigns) document.removeEventListener(sign, listen)
    }
  }, [])
  return isUsed
}

export function CoordinatePlace() {
  const isDrawn = useApp((state) => state.map_status === 'ready')
  const loaded = useCoordinates(useIsUsed() && isDrawn)
  return <div className="coordinate-place">{loaded !== null && <loaded.CoordinateLine />}</div>
}

/** On every screen: a menu of the place that was clicked with the right button, or on which a finger stayed. */
export function PlaceMenuPlace() {
  const isAsked = usePointerScreen(({ menu }) => menu !== null)
  const Menu: ComponentType | undefined = useCoordinates(isAsked)?.PlaceMenu
  return isAsked && Menu !== undefined ? <Menu /> : null
}
