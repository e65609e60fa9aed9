/** What is known of a village that others were merged into, or that was part of another? */
import type { NewVillage, VillageSnapshot } from './village-edit.ts'

/** What the new village can follow from. */
export type MergedFacts = Pick<
  VillageSnapshot,
  | 'name'
  | 'alt_names'
  | 'households'
  | 'population'
  | 'grid_power'
  | 'grid_power_since'
  | 'road_access'
  | 'especially_difficult'
  | 'border'
  | 'commune_code'
>

/**
 * What is not stated follows from what the merged villages have: sums where all are known, and otherwise what all of them agree
 * on. Where they do not, it is not known of the whole.
 */
export function toMergedVillage(merged: readonly MergedFacts[], into: NewVillage): NewVillage {
  const powered = merged.every(({ grid_power }) => grid_power === true)
  const known = {
    households: addUp(merged.map(({ households }) => households)),
    population: addUp(merged.map(({ population }) => population)),
    grid_power: agree(merged.map(({ grid_power }) => grid_power)),
    grid_power_since: powered ? findLatest(merged.map(({ grid_power_since }) => grid_power_since)) : null,
    road_access: agree(merged.map(({ road_access }) => road_access)),
    especially_difficult: agree(merged.map(({ especially_difficult }) => especially_difficult)),
    border: agree(merged.map(({ border }) => border)),
  }
  const commune_code = agree(merged.map((village) => village.commune_code))
  const stated = { ...known, ...into }
  return {
    ...stated,
    alt_names: into.alt_names ?? listOtherNames(merged, into.name),
    // Power that is stated otherwise has not been there since the day of the others.
    grid_power_since: stated.grid_power === true ? (stated.grid_power_since ?? null) : null,
    ...(into.commune_code !== undefined || commune_code === null ? {} : { commune_code }),
  }
}

/** Of a part only what is stated is known; without a place of its own it lies in the commune of the whole. */
export function toPartOfVillage({ commune_code }: VillageSnapshot, part: NewVillage): NewVillage {
  return { commune_code, ...part }
}

function addUp(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce((sum, number) => (sum === null || number === null ? null : sum + number), 0)
}

function agree<V>(values: readonly V[]): V | null {
  const [first] = values
  return first !== undefined && values.every((value) => value === first) ? first : null
}

function findLatest(days: readonly (string | null)[]): string | null {
  const known = days.filter((day) => day !== null)
  return known.length < days.length ? null : (known.sort().at(-1) ?? null)
}

/** So that a search for one of the former villages finds the new one. */
function listOtherNames(merged: readonly MergedFacts[], name: string): string[] {
  const names = merged.flatMap((village) => [village.name, ...village.alt_names])
  return [...new Set(names)].filter((other) => other !== name).slice(0, 20)
}
