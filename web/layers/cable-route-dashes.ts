/** How is each kind of cable route dashed? In widths of the line; the legend draws the same. */
export const cableRouteKindsDrawn = ['underground', 'aerial', 'duct'] as const

export const cableRouteDashes: Readonly<Record<(typeof cableRouteKindsDrawn)[number], number[] | null>> = {
  underground: null,
  aerial: [3, 2],
  duct: [0.1, 2],
}
