/** How is a point added whose coordinates are known? Typed in any of the ways that positions are typed. */
import { useState } from 'react'
import { parsePosition } from '../../../core/coordinates/parse.ts'
import { useMeasuring, withPlace } from '../../state/measure.ts'
import { useApp } from '../../state/store.ts'
import { lookAt } from '../../state/transitions.ts'
import { TextField } from '../villages/fields.tsx'
import { useReadingArea } from '../villages/use-reading-area.ts'
import { useMeasureWords } from './use-measure-words.ts'

export function AddPlace() {
  const { p } = useMeasureWords()
  const area = useReadingArea()
  const [typed, setTyped] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const add = () => {
    const reading = parsePosition([typed], area)
    if (reading.type !== 'position') {
      setRefused(typed)
      return
    }
    useMeasuring.setState((state) => withPlace(state, reading.position))
    useApp.setState((state) => lookAt(state, reading.position))
    setTyped('')
  }
  return (
    <form
      className="measured-add"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <TextField
        label={p('add')}
        hint={p('add_hint')}
        problem={refused === null ? null : p('not_read', { value: refused })}
        value={typed}
        onChange={(text) => {
          setTyped(text)
          setRefused(null)
        }}
      />
      <button type="submit" className="plain-button">
        {p('add_button')}
      </button>
    </form>
  )
}
