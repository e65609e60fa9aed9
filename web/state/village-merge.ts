/** Which villages are to become one, and what will the new one count? Kept apart from the panels, which come and go. */
import { distance } from '@turf/turf'
import { create } from 'zustand'
import type { VillageFeature } from './units.ts'

export interface MergingVillage {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly version: number
  readonly households: number | null
  readonly population: number | null
}

interface Merging {
  /** The first was open when merging began. Empty: nothing is being merged. */
  readonly villages: readonly MergingVillage[]
}

export const useMerging = create<Merging>()(() => ({ villages: [] }))

export function withVillage({ villages }: Merging, added: MergingVillage): Merging {
  return { villages: [...villages.filter(({ id }) => id !== added.id), added] }
}

export function withoutVillage({ villages }: Merging, id: number): Merging {
  return { villages: villages.filter((village) => village.id !== id) }
}

/** Null where it is not known of one of them: a sum of some would read as the whole. */
export function sumOf(
  villages: readonly MergingVillage[],
  field: 'households' | 'population',
): number | null {
  let sum = 0
  for (const village of villages) {
    const count = village[field]
    if (count === null) return null
    sum += count
  }
  return sum
}

export interface Neighbour {
  readonly village: VillageFeature
  readonly distance_m: number
  readonly is_same_commune: boolean
}

const shownNeighbours = 40

/** Those that a village may be merged with: of its own commune first, then others, the nearest first. */
export function listNeighbours(all: readonly VillageFeature[], id: number): readonly Neighbour[] {
  const self = all.find((village) => village.id === id)
  if (self === undefined) return []
  return all
    .filter((village) => village.id !== id)
    .map((village) => ({
      village,
      distance_m: distance(self.geometry, village.geometry, { units: 'meters' }),
      is_same_commune: village.properties.commune_code === self.properties.commune_code,
    }))
    .sort((a, b) => Number(b.is_same_commune) - Number(a.is_same_commune) || a.distance_m - b.distance_m)
    .slice(0, shownNeighbours)
}
