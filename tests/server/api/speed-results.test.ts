import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SpeedResult } from '../../../core/api/speed-results.ts'
import { openApp } from '../../helpers/app.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { fillMadeUpProvince } from '../../helpers/made-up-province.ts'

describeDatabases('i-Speed results', ({ openDatabase }) => {
  let app: FastifyInstance

  beforeAll(async () => {
    const db = await openDatabase()
    await fillMadeUpProvince(db)
    app = (await openApp({ db })).app
  })
  afterAll(() => app.close())

  const ask = async (query: string) => {
    const answer = await app.inject(`/api/speed-results?${query}`)
    return answer.json<{ least_samples: number; results: SpeedResult[]; code?: string }>()
  }

  it('of a commune come with the latest period first, without those that were withdrawn', async () => {
    const { results, least_samples } = await ask('unit_set=commune&unit_code=70102')
    expect(least_samples).toBe(300)
    expect(results.map(({ network, period_to, samples }) => [network, period_to, samples])).toEqual([
      ['mobile', '2021-06-30', 299],
      ['mobile', '2021-03-31', 812],
      ['fixed', '2021-03-31', 300],
    ])
    expect(results[1]).toMatchObject({ download_mbps: 38.4, upload_mbps: 17.9, source: 'Lưới ô vuông' })
  })

  it('tell no figure from fewer than 300 samples', async () => {
    const { results } = await ask('unit_set=commune&unit_code=70102')
    expect(results[0]).toMatchObject({ is_enough: false, download_mbps: null, upload_mbps: null })
    expect(results[2]).toMatchObject({ is_enough: true, download_mbps: 38.4 })
  })

  it('tell a commune of before 7/2025 from the one of its code since', async () => {
    const { results } = await ask('unit_set=commune-2025')
    expect(results.map(({ unit_code }) => unit_code)).toEqual(['70199'])
    expect(await ask('unit_set=commune&unit_code=70199')).toMatchObject({ code: 'unit_of_other_set' })
    expect(await ask('unit_set=commune&unit_code=99999')).toMatchObject({ code: 'unit_not_found' })
  })
})
