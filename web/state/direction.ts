/** In which of eight directions does a bearing point? */

export const directions = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const
export type Direction = (typeof directions)[number]

/** @param bearing_deg clockwise from north */
export function toDirection(bearing_deg: number): Direction {
  const eighth = Math.round((((bearing_deg % 360) + 360) % 360) / 45) % 8
  return directions[eighth] ?? 'n'
}
