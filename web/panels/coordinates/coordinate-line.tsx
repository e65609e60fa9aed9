/** Where is the pointer, in WGS 84 and in VN-2000? A slim line at the foot of the map; each half is copied by a click. */
import { useEffect, useState } from 'react'
import type { LngLat } from '../../../core/geo.ts'
import { useMedia } from '../../hooks/use-media.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useMapScreen } from '../../state/map-screen.ts'
import { usePointerScreen } from '../../state/place-menu.ts'
import { useCoordinateTexts, type DegreeFormat } from './use-coordinate-texts.ts'
import './coordinates.css'

export { PlaceMenu } from './place-menu.tsx'

export function CoordinateLine() {
  const { p } = usePartWords('measure')
  const place = usePointerScreen((screen) => screen.place)
  const [format, setFormat] = useState<DegreeFormat>('degrees')
  const [told, setTold] = useState('')
  const isTouched = useMedia('(hover: none)')
  const write = useCoordinateTexts()
  const texts = place === null ? null : write(place, format)
  const copy = async (text: string, system: string) => {
    try {
      await navigator.clipboard.writeText(text)
      setTold(p('coordinates.copied', { system }))
    } catch {
      setTold(p('copy_failed'))
    }
  }
  useCopyKey((under) => copy(write(under, format).to_copy.both, p('coordinates.both')))
  return (
    <div className="coordinate-line" role="group" aria-label={p('coordinates.label')}>
      {texts === null ? (
        <span>{p(isTouched ? 'coordinates.hint_touch' : 'coordinates.hint')}</span>
      ) : (
        <>
          <CoordinateButton
            system={p('coordinates.wgs84')}
            text={texts.wgs84}
            onCopy={(system) => void copy(texts.to_copy.wgs84, system)}
          />
          <button
            type="button"
            className="coordinate-format"
            aria-label={p(`coordinates.${format === 'degrees' ? 'dms' : 'degrees'}`)}
            title={p(`coordinates.${format === 'degrees' ? 'dms' : 'degrees'}`)}
            onClick={() => setFormat(format === 'degrees' ? 'dms' : 'degrees')}
          >
            {format === 'degrees' ? '° ′ ″' : '0,0°'}
          </button>
          {texts.vn2000 !== null && (
            <CoordinateButton
              system={p('coordinates.vn2000', { meridian: texts.meridian })}
              text={texts.vn2000}
              onCopy={(system) => void copy(texts.to_copy.vn2000, system)}
            />
          )}
        </>
      )}
      <span role="status" className="coordinate-told">
        {told}
      </span>
    </div>
  )
}

interface CoordinateButtonProps {
  readonly system: string
  readonly text: string
  readonly onCopy: (system: string) => void
}

function CoordinateButton({ system, text, onCopy }: CoordinateButtonProps) {
  const { p } = usePartWords('measure')
  return (
    <button type="button" title={p('coordinates.copy', { system })} onClick={() => onCopy(system)}>
      <span className="coordinate-system">{system}</span> {text}
    </button>
  )
}

/** Alt+C: the place under the pointer, or without a pointer the middle of what is seen. */
function useCopyKey(copy: (place: LngLat) => unknown): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyC') return
      const place = usePointerScreen.getState().place ?? toMiddle()
      if (place === null) return
      event.preventDefault()
      usePointerScreen.setState({ place })
      copy(place)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  })
}

function toMiddle(): LngLat | null {
  const { seen_bounds } = useMapScreen.getState()
  if (seen_bounds === null) return null
  const [west, south, east, north] = seen_bounds
  return [(west + east) / 2, (south + north) / 2]
}
