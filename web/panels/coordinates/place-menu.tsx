/** What can be done with a place on the map? Its coordinates are read and copied; a right click or a finger that stays opens it. */
import { useEffect, useRef, useState } from 'react'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { usePointerScreen } from '../../state/place-menu.ts'
import { useCoordinateTexts } from './use-coordinate-texts.ts'
import './coordinates.css'

const close = () => usePointerScreen.setState({ menu: null })
/** Kept free at the edges of the window. */
const room_px = { width: 378, height: 130 }

export function PlaceMenu() {
  const { p } = usePartWords('measure')
  const menu = usePointerScreen((screen) => screen.menu)
  const write = useCoordinateTexts()
  const [told, setTold] = useState('')
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => frame.current?.querySelector('button')?.focus(), [menu])
  useClosing(frame)
  if (menu === null) return null
  const texts = write(menu.place, 'degrees')
  const copy = () =>
    navigator.clipboard.writeText(texts.to_copy.both).then(close, () => setTold(p('copy_failed')))
  return (
    <div
      ref={frame}
      className="place-menu card"
      role="dialog"
      aria-label={p('coordinates.menu_label')}
      style={{
        left: Math.max(8, Math.min(menu.x, window.innerWidth - room_px.width)),
        top: Math.max(8, Math.min(menu.y, window.innerHeight - room_px.height)),
      }}
    >
      <p>
        <span className="soft">{p('coordinates.wgs84')}</span> {texts.wgs84}
      </p>
      {texts.vn2000 !== null && (
        <p>
          <span className="soft">{p('coordinates.vn2000', { meridian: texts.meridian })}</span> {texts.vn2000}
        </p>
      )}
      <p className="row-actions">
        <button type="button" className="text-button" onClick={() => void copy()}>
          {p('coordinates.menu')}
        </button>
        <button type="button" className="text-button" onClick={close}>
          {p('coordinates.close')}
        </button>
      </p>
      <p role="status">{told}</p>
    </div>
  )
}

/** Escape, or a press anywhere else. */
function useClosing(frame: React.RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const press = (event: PointerEvent) => {
      if (!frame.current?.contains(event.target as Node)) close()
    }
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      close()
    }
    document.addEventListener('pointerdown', press)
    document.addEventListener('keydown', escape, true)
    return () => {
      document.removeEventListener('pointerdown', press)
      document.removeEventListener('keydown', escape, true)
    }
  }, [frame])
}
