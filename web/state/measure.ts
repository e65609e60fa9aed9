/** What is being measured on the map? Kept while the page is open; apart from the page's store, it changes with every pixel. */
import { create } from 'zustand'
import type { LngLat } from '../../core/geo.ts'
import type { MeasuredShape } from '../../core/measure/measure-path.ts'

export interface Measuring {
  readonly places: readonly LngLat[]
  readonly shape: MeasuredShape
  /** Whether a click adds a place. */
  readonly clicks: 'add' | 'nothing'
}

/** More than anybody clicks; checking an outline takes its square. */
export const mostPlaces = 200

export const nothingMeasured: Measuring = { places: [], shape: 'line', clicks: 'add' }

export const useMeasuring = create<Measuring>()(() => nothingMeasured)

/** The same place twice is one: a double click says where it ends by two clicks. */
export function withPlace({ places }: Measuring, place: LngLat): Partial<Measuring> {
  const last = places.at(-1)
  const isSame = last !== undefined && last[0] === place[0] && last[1] === place[1]
  return isSame || places.length >= mostPlaces ? {} : { places: [...places, place] }
}

export function withMovedPlace({ places }: Measuring, index: number, place: LngLat): Partial<Measuring> {
  return { places: places.map((old, at) => (at === index ? place : old)) }
}

export function withoutPlace({ places }: Measuring, index: number): Partial<Measuring> {
  return { places: places.filter((_, at) => at !== index) }
}
