/** How long does the page wait for an answer of its worker? From message to answer, in ms, for a province and for a country. */
import { wrap } from 'comlink'
import { plainQuestion } from '../../../core/coverage/question.ts'
import { askedServices } from '../../../core/coverage/states.ts'
import type { EngineUnit, EngineVillages } from '../../../web/workers/engine-context.ts'
import type { Engine } from '../../../web/workers/engine.ts'
import { createRandom, createStatements } from '../random-data.ts'

interface Sizes {
  readonly units: number
  readonly villages: number
  readonly statements: number
}

const rounds = 31
const nowhere = { type: 'Polygon' as const, coordinates: [] }

/** Villages that are told their commune: locating is measured elsewhere. */
function createVillages({ villages, units }: Sizes): EngineVillages {
  const random = createRandom(3)
  const column = <T>(make: () => T) => Array.from({ length: villages }, make)
  const codes = column(() => String(Math.floor(random() * units)))
  return {
    ids: column(() => 0).map((_, id) => id),
    positions: column(() => [0, 0] as const),
    is_located_by_position: column(() => false),
    codes: { district: codes, commune: codes, 'commune-2025': codes },
    households: column(() => Math.floor(random() * 200)),
    population: column(() => Math.floor(random() * 900)),
    grid_power: column(() => random() > 0.1),
    grid_power_since: column(() => null),
    assigned_since: column(() => null),
  }
}

function createUnits(count: number): EngineUnit[] {
  return Array.from({ length: count }, (_, code) => ({
    code: String(code),
    parent_code: null,
    successor_code: null,
    geometry: nowhere,
  }))
}

async function measure(sizes: Sizes): Promise<number[]> {
  const worker = new Worker(new URL('../../../web/workers/engine.worker.ts', import.meta.url), {
    type: 'module',
  })
  const engine = wrap<Engine>(worker)
  await engine.load(createVillages(sizes), createStatements(sizes.statements, sizes.villages))
  await engine.addUnits('commune', createUnits(sizes.units))
  const ask = async (round: number) => {
    const service = askedServices[round % askedServices.length] ?? 'mobile'
    const power = round % 2 === 0 ? 'any' : 'none'
    const question = { ...plainQuestion, service, power, as_of: '2020-06-30' } as const
    const start = performance.now()
    await engine.ask({ question, unit_set: 'commune', weight: round % 3 === 0 ? 'population' : 'villages' })
    return performance.now() - start
  }
  // The first answer finds the unit of every village.
  await ask(0)
  const times: number[] = []
  for (let round = 1; round <= rounds; round++) times.push(await ask(round))
  worker.terminate()
  return times
}

const province = await measure({ units: 129, villages: 1_445, statements: 15_000 })
const country = await measure({ units: 11_000, villages: 100_000, statements: 1_000_000 })
Object.assign(window, { engineTimes: { province, country } })
