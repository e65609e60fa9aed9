/** How long is the scale bar? A round number of metres that fits, and the scale as officials write it. */

export interface ScaleBar {
  readonly metres: number
  readonly length_mm: number
  /** 1 : this many, at the middle of the map, with two leading digits. */
  readonly denominator: number
}

const steps = [5, 2, 1]

/** The longest of 1, 2, 5 × 10ⁿ metres that is not longer than `longest_mm`. */
export function toScaleBar(metres_per_mm: number, longest_mm: number): ScaleBar {
  const most = metres_per_mm * longest_mm
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = (steps.find((step) => step * power <= most) ?? 1) * power
  return { metres, length_mm: metres / metres_per_mm, denominator: toTwoDigits(metres_per_mm * 1000) }
}

function toTwoDigits(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1)
  return Math.round(value / unit) * unit
}
