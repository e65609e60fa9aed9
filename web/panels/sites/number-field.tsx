/** A number, or several, as people write them: what is typed stays while it means the value. */
import { useState } from 'react'
import { TextField } from '../villages/fields.tsx'

interface NumberFieldProps {
  readonly label: string
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}

export function NumberField({ label, value, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState('')
  const shown = isSame(readNumber(typed), value) ? typed : value === null ? '' : String(value)
  return (
    <TextField
      label={label}
      inputMode="numeric"
      value={shown}
      onChange={(text) => {
        setTyped(text)
        const read = readNumber(text)
        if (read !== undefined) onChange(read)
      }}
    />
  )
}

/** `42`, `42,5`; undefined for what is no number. */
function readNumber(text: string): number | null | undefined {
  if (text.trim() === '') return null
  const value = Number(text.trim().replace(',', '.'))
  return Number.isFinite(value) ? value : undefined
}

/** A comma at the end is on its way to a decimal. */
function isSame(read: number | null | undefined, value: number | null): boolean {
  return read !== undefined && read === value
}

interface NumbersFieldProps {
  readonly label: string
  readonly value: readonly number[]
  readonly onChange: (value: number[]) => void
}

export function NumbersField({ label, value, onChange }: NumbersFieldProps) {
  const [typed, setTyped] = useState('')
  const shown = readNumbers(typed).join() === value.join() ? typed : value.join(', ')
  return (
    <TextField
      label={label}
      value={shown}
      onChange={(text) => {
        setTyped(text)
        onChange(readNumbers(text))
      }}
    />
  )
}

function readNumbers(text: string): number[] {
  return [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits))
}
