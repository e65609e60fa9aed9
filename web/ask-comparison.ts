/** How are two questions compared? In the worker, on the villages that were there on the day of each. */
import type { VillageServices } from '../core/api/coverage.ts'
import type { FeatureCollection } from '../core/geo.ts'
import { call } from './api.ts'
import { engine } from './engine.ts'
import type { ComparedResult } from './state/comparison.ts'
import { useApp } from './state/store.ts'
import { toEngineVillages } from './state/units.ts'
import { toVillageDay } from './state/village-day.ts'
import type { AskedView } from './workers/answering.ts'

/** The other day's villages that the worker was given last, and when. */
let given: { readonly key: string; readonly villages: FeatureCollection } | null = null

/**
 * Null when there is nothing to compare with yet: A is what the worker holds.
 *
 * @throws ApiProblem where the villages of B's day could not be fetched
 */
export async function askComparison(a: AskedView, b: AskedView): Promise<ComparedResult | null> {
  const { sources, layer_as_of, province, refresh_count } = useApp.getState()
  const villages_a = sources.villages
  if (villages_a === null || province === null) return null
  const day = toVillageDay(province.data.village_days, b.question.as_of)
  const isHeld = day === (layer_as_of.villages ?? null)
  const villages_b = isHeld ? villages_a : await giveOtherDay(day, `${day ?? ''} ${refresh_count}`)
  const { comparison, answer_b } = await engine.compare({
    a: a.question,
    b: b.question,
    unit_set: a.unit_set,
    weight: a.weight,
    villages_of_b: isHeld ? 'held' : 'other',
  })
  return { a, b, comparison, answer_b, villages_a, villages_b }
}

async function giveOtherDay(day: string | null, key: string): Promise<FeatureCollection> {
  if (given?.key === key) return given.villages
  const [layer, statements] = await Promise.all([
    call('getLayer', { params: { id: 'villages' }, ...(day === null ? {} : { query: { as_of: day } }) }),
    call('listVillageServices'),
  ])
  const villages = layer as FeatureCollection
  given = { key, villages }
  await engine.loadOtherDay(toEngineVillages(villages), statements satisfies VillageServices)
  return villages
}
