/** Which radius? Kilometres as they were typed; what is no radius is said with the limits, and the last good one stays. */
import { useState } from 'react'
import { circleRadius_m, isCircleRadius } from '../../../core/coverage/site-circle.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { Field } from '../villages/fields.tsx'

interface RadiusFieldProps {
  readonly label: string
  readonly radius_m: number
  readonly onChange: (radius_m: number) => void
}

export function RadiusField({ label, radius_m, onChange }: RadiusFieldProps) {
  const { p, formats } = usePartWords('circles')
  const [typed, setTyped] = useState<string | null>(null)
  const read_m = typed === null ? radius_m : toMetres(typed)
  const isWrong = !isCircleRadius(read_m)
  const isKept = typed !== null && (isWrong || read_m === radius_m)
  const problem = isWrong
    ? p('trial.radius_problem', {
        value: typed ?? formats.decimal(radius_m / 1000),
        least: formats.decimal(circleRadius_m.least / 1000),
        greatest: formats.decimal(circleRadius_m.greatest / 1000),
      })
    : null
  return (
    <Field label={label} problem={problem}>
      {(ids) => (
        <input
          {...ids}
          inputMode="decimal"
          autoComplete="off"
          maxLength={8}
          value={isKept ? typed : formats.decimal(radius_m / 1000)}
          onChange={({ target }) => {
            setTyped(target.value)
            const next_m = toMetres(target.value)
            if (isCircleRadius(next_m)) onChange(next_m)
          }}
          onBlur={() => {
            if (!isWrong) setTyped(null)
          }}
        />
      )}
    </Field>
  )
}

/** NaN for what is no number. A comma or a point before decimals. */
function toMetres(text: string): number {
  const plain = text.trim().replace(',', '.')
  return /^\d{1,4}(\.\d+)?$/.test(plain) ? Math.round(Number(plain) * 1000) : Number.NaN
}
