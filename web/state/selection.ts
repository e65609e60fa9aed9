/** What is picked on the map or in a list? One thing at a time, so it is a union. */
import type { UnitSet } from '../../core/coverage/question.ts'

export type Selection =
  | { readonly kind: 'none' }
  | { readonly kind: 'unit'; readonly unit_set: UnitSet; readonly code: string }
  | { readonly kind: 'village'; readonly id: number }
  | { readonly kind: 'site'; readonly id: number }

export const nothingSelected: Selection = { kind: 'none' }

export function isSameSelection(a: Selection, b: Selection): boolean {
  return toSelectionText(a) === toSelectionText(b)
}

/** As it stands in the address: `district:096`, `village:12`, `site:7`; empty for nothing. */
export function toSelectionText(selection: Selection): string {
  switch (selection.kind) {
    case 'none':
      return ''
    case 'unit':
      return `${selection.unit_set}:${selection.code}`
    case 'village':
    case 'site':
      return `${selection.kind}:${selection.id}`
  }
}

const unitText = /^(district|commune|commune-2025):(\d{2,5})$/
const recordText = /^(village|site):([1-9]\d{0,9})$/

/** The selection that a text in the address means; nothing when it means none. */
export function fromSelectionText(text: string): Selection {
  const unit = unitText.exec(text)
  if (unit) return { kind: 'unit', unit_set: unit[1] as UnitSet, code: unit[2] ?? '' }
  const record = recordText.exec(text)
  if (record) return { kind: record[1] as 'village' | 'site', id: Number(record[2]) }
  return nothingSelected
}
