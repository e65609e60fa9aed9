/** How long does a question take in the worker of a real browser, beside the same question asked of PostGIS? */
import type { Browser } from 'playwright-core'
import { plainQuestion } from '../../core/coverage/question.ts'
import { askedServices } from '../../core/coverage/states.ts'
import { listUnitCoverage } from '../../server/db/coverage.ts'
import type { Database } from '../../server/db/database.ts'
import { createCountry } from '../../server/db/peer-country.ts'
import { formatSpread, toSpread } from './ratio.ts'
import type { Section } from './report.ts'

interface EngineTimes {
  readonly province: readonly number[]
  readonly country: readonly number[]
}

export interface QuestionsOptions {
  readonly browser: Browser
  /** Page of scripts/bench/page/engine.html. */
  readonly url: string
  /** With every migration applied and nothing in it. */
  readonly database: Database
  readonly rounds: number
}

export async function measureQuestions(options: QuestionsOptions): Promise<Section> {
  const { province, country } = await measureWorker(options)
  const postgis = toSpread(await measurePostgis(options))
  return {
    title: 'A question after that',
    how: `In a worker of Chromium, from message to answer with all that it sends back: every service in turn, half of them of the villages without power, a third by people; ${province.length} rounds after the villages were located. PostGIS answers the same questions about as many rows, read through the driver.`,
    rows: [
      {
        what: '1,445 villages, 15,000 statements, 129 units, ms',
        measured: formatSpread(toSpread(province)),
        demanded: '≤ 5',
        met: toSpread(province).median <= 5,
      },
      {
        what: '100,000 villages, 1,000,000 statements, 11,000 units, ms',
        measured: formatSpread(toSpread(country), 1),
        demanded: '< 300',
        met: toSpread(country).median < 300,
      },
      {
        what: 'the same by PostGIS, ms',
        measured: formatSpread(postgis, 0),
        demanded: 'beside',
        met: null,
      },
      {
        what: 'PostGIS ÷ worker, of the medians',
        measured: `${(postgis.median / toSpread(country).median).toFixed(1)}×`,
        demanded: 'beside',
        met: null,
      },
    ],
  }
}

async function measureWorker({ browser, url }: QuestionsOptions): Promise<EngineTimes> {
  const page = await browser.newPage()
  await page.goto(url)
  await page.waitForFunction('window.engineTimes !== undefined', undefined, { timeout: 240_000 })
  const times = await page.evaluate<EngineTimes>('window.engineTimes')
  await page.close()
  return times
}

async function measurePostgis({ database, rounds }: QuestionsOptions): Promise<number[]> {
  const sizes = { units: 11_000, villages: 100_000, statements: 1_000_000 }
  await database.transaction((client) => createCountry(client, sizes))
  await database.run('analyze')
  const ask = async (round: number) => {
    const service = askedServices[round % askedServices.length] ?? 'mobile'
    const power = round % 2 === 0 ? 'any' : 'none'
    const weight = round % 3 === 0 ? 'population' : 'villages'
    const start = performance.now()
    await listUnitCoverage(database, {
      ...plainQuestion,
      service,
      power,
      weight,
      as_of: '2020-06-30',
      by: 'commune',
    })
    return performance.now() - start
  }
  await ask(0)
  const times: number[] = []
  for (let round = 1; round <= rounds * 2; round++) times.push(await ask(round))
  return times
}
