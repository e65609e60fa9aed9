/** Which sites have a circle for the question on screen, and does the worker have them? */
import { toCircleTechnologies, type CircleTechnology } from '../core/coverage/circle-technologies.ts'
import type { Question } from '../core/coverage/question.ts'
import type { Feature, FeatureCollection, LngLat } from '../core/geo.ts'
import type { Site } from '../core/inventory/sites.ts'
import { call } from './api.ts'
import { engine } from './engine.ts'
import { loadLayer } from './load-layers.ts'
import { useApp } from './state/store.ts'

/** `none`: the service comes by cable. `hidden`: this reader is shown no sites. `in_cells`: at the centre of a square kilometre. */
export type CircleSites = 'none' | 'hidden' | 'in_place' | 'in_cells'

let given: {
  readonly key: string
  readonly layer: FeatureCollection
  readonly told: Promise<CircleSites>
} | null = null

/** Gives the worker the sites unless it has them; null where they could not be loaded or another question came in between. */
export async function giveCircleSites(question: Question): Promise<CircleSites | null> {
  const technologies = toCircleTechnologies(question.service)
  if (technologies.length === 0) return 'none'
  const layer = await loadLayer('sites')
  if (layer === null || toDay() !== question.as_of) return null
  const key = `${question.as_of} ${question.carrier ?? ''} ${technologies.join()}`
  if (given?.key === key && given.layer === layer) return given.told
  const fresh = { key, layer, told: give(layer, question, technologies) }
  given = fresh
  try {
    return await fresh.told
  } catch {
    if (given === fresh) given = null
    return null
  }
}

function toDay(): string {
  const { question, today } = useApp.getState()
  return question.as_of ?? today
}

async function give(
  layer: FeatureCollection,
  question: Question,
  technologies: readonly CircleTechnology[],
): Promise<CircleSites> {
  const sites =
    question.carrier === null
      ? layer.features.filter(({ properties }) =>
          technologies.some((one) => (properties as Site)[`has_${one}`]),
        )
      : await fetchSitesOf(question.carrier, question.as_of, technologies)
  await engine.setCircleSites(sites.map(({ geometry }) => toPosition(geometry)))
  if (layer.features.length === 0) return 'hidden'
  return sites.some(({ properties }) => (properties as Site).access === 'generalised')
    ? 'in_cells'
    : 'in_place'
}

/** A site that several carriers share says of none which technology is whose: the server knows. */
async function fetchSitesOf(
  carrier: string,
  as_of: string,
  technologies: readonly CircleTechnology[],
): Promise<Feature[]> {
  const answers = await Promise.all(
    technologies.map((technology) =>
      call('getLayer', { params: { id: 'sites' }, query: { as_of, carrier, technology } }),
    ),
  )
  const found = answers.flatMap(({ features }) => features as Feature[])
  return [...new Map(found.map((site) => [site.id, site])).values()]
}

function toPosition(geometry: Feature['geometry']): LngLat {
  const [lng = 0, lat = 0] = geometry.type === 'Point' ? geometry.coordinates : []
  return [lng, lat]
}
