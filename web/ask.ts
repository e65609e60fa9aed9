/** How does a question reach the worker and its answer the page? The latest question wins. */
import type { VillageServices } from '../core/api/coverage.ts'
import type { FeatureCollection } from '../core/geo.ts'
import { engine } from './engine.ts'
import { loadLayer } from './load-layers.ts'
import { isSameFrame, isSameView } from './state/answer-slice.ts'
import { getAskedView } from './state/asked-view.ts'
import { useApp, type AppState } from './state/store.ts'
import { layerOfSet, toEngineUnits, toEngineVillages } from './state/units.ts'
import type { AskedView } from './workers/answering.ts'
import type { UnitSet } from './../core/coverage/question.ts'

const given = new Set<UnitSet>()
/** Units on their way to the worker. */
const underway: Promise<void>[] = []
let isFilled = false
/** The question on its way, which is not asked twice. */
let asking: AskedView | null = null

/** Gives the worker all it counts with, then keeps the answer following the question. */
export async function fillEngine(villages: FeatureCollection, statements: VillageServices): Promise<void> {
  // The worker answers in the order it is told, so nothing waits for the way back before the first answer.
  const loaded = engine.load(toEngineVillages(villages), statements)
  isFilled = true
  const [observed_days] = await Promise.all([loaded, askNow()])
  useApp.setState({ observed_days })
}

/**
 * Gives the worker other villages and statements than before. The answer to what is on screen is returned rather than
 * shown, so that villages, their states and shares can change in one step.
 */
export async function refillEngine(
  villages: FeatureCollection,
  statements: VillageServices,
): Promise<Partial<AppState>> {
  const view = getAskedView(useApp.getState())
  // What is shown may have moved to other units with the data.
  const isGiven = await giveUnits(view.unit_set)
  const loaded = engine.load(toEngineVillages(villages), statements)
  const answering = isGiven ? engine.ask(view) : null
  const [observed_days, fresh] = await Promise.all([loaded, answering, ...underway.splice(0)])
  return fresh !== null && isCurrent(view)
    ? { observed_days, answer: { ...fresh, view }, services: null }
    : { observed_days, answer: null, services: null }
}

/** Asks when the view on screen is not the one last answered. */
export async function askNow(): Promise<void> {
  if (!isFilled) return
  const view = getAskedView(useApp.getState())
  const { answer } = useApp.getState()
  if (answer !== null && isSameView(answer.view, view)) return askServices(view)
  if (asking !== null && isSameView(asking, view)) return
  asking = view
  try {
    await ask(view)
  } finally {
    if (asking === view) asking = null
  }
}

async function ask(view: AskedView): Promise<void> {
  if (!(await giveUnits(view.unit_set)) || !isCurrent(view)) return
  const [fresh] = await Promise.all([engine.ask(view), ...underway.splice(0)])
  if (!isCurrent(view)) return
  useApp.setState({ answer: { ...fresh, view } })
  await askServices(view)
}

/** Every service at once, where a unit or the table without a map shows them all. */
async function askServices(view: AskedView): Promise<void> {
  const { selection, map_status, services } = useApp.getState()
  const isNeeded = selection.type === 'unit' || map_status === 'webgl'
  if (!isNeeded || (services !== null && isSameFrame(services.view, view))) return
  const shares = await engine.askServices(view)
  if (isCurrent(view)) useApp.setState({ services: { view, shares } })
}

function isCurrent(view: AskedView): boolean {
  return isSameView(getAskedView(useApp.getState()), view)
}

/** New communes are found by way of the communes before them, so both are given. */
async function giveUnits(unit_set: UnitSet): Promise<boolean> {
  const needed: readonly UnitSet[] = unit_set === 'commune-2025' ? ['commune', 'commune-2025'] : [unit_set]
  const collections = await Promise.all(needed.map((set) => loadLayer(layerOfSet[set])))
  if (collections.some((collection) => collection === null)) return false
  for (const [index, set] of needed.entries()) {
    const collection = collections[index]
    if (given.has(set) || !collection) continue
    given.add(set)
    underway.push(engine.addUnits(set, toEngineUnits(collection)))
  }
  return true
}
