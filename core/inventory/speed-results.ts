/** What did i-Speed measure in a commune over a period, and when does that say something? */

export const speedNetworks = ['mobile', 'fixed'] as const
export type SpeedNetwork = (typeof speedNetworks)[number]

/** Sets of which i-Speed publishes results. */
export const speedUnitSets = ['commune', 'commune-2025'] as const
export type SpeedUnitSet = (typeof speedUnitSets)[number]

/** Of fewer samples no figure is shown: "dưới 300 mẫu: chưa đủ". */
export const leastSamples = 300

export function hasEnoughSamples({ samples }: { readonly samples: number }): boolean {
  return samples >= leastSamples
}
