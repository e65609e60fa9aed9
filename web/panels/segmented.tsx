/** How is one of a few choices made? A row of radio buttons that looks like one control. */
import { useId } from 'react'

export interface Choice<V extends string> {
  readonly value: V
  readonly label: string
  /** Where the label is short. */
  readonly full_name?: string
}

interface SegmentedProps<V extends string> {
  readonly legend: string
  readonly choices: readonly Choice<V>[]
  readonly value: V
  readonly onChange: (value: V) => void
}

export function Segmented<V extends string>({ legend, choices, value, onChange }: SegmentedProps<V>) {
  const name = useId()
  return (
    <fieldset className="segmented">
      <legend className="visually-hidden">{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} title={choice.full_name}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            aria-label={choice.full_name}
            onChange={() => onChange(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
