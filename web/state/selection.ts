/** What is picked on the map or in a list? One thing at a time, so it is a union. */
import type { MapSelection } from '../map/map-view-props.ts'

export type Selection = MapSelection

export const nothingSelected: Selection = { type: 'none' }

export function isSameSelection(a: Selection, b: Selection): boolean {
  return toSelectionText(a) === toSelectionText(b)
}

/** As it stands in the address: `district:096`, `village:12`, `site:7`; empty for nothing. */
export function toSelectionText(selection: Selection): string {
  switch (selection.type) {
    case 'none':
      return ''
    case 'unit':
      return `${selection.unit_set}:${selection.code}`
    default:
      return `${selection.type}:${selection.id}`
  }
}

const unitText = /^(province|district|commune|commune-2025):(\d{2,5})$/
const recordText = /^(village|site|cable-route|facility):([1-9]\d{0,8})$/

/** The selection that a text in the address means; nothing when it means none. */
export function fromSelectionText(text: string): Selection {
  const unit = unitText.exec(text)
  if (unit) return { type: 'unit', unit_set: unit[1] as 'district', code: unit[2] ?? '' }
  const record = recordText.exec(text)
  if (record) return { type: record[1] as 'village', id: Number(record[2]) }
  return nothingSelected
}
