/** Does the sample give the published figures exactly, counted from its files by the rules of coverage? */
import { describe, expect, it } from 'vitest'
import type { AskedService } from '../../core/coverage/states.ts'
import { stateOf } from './count-states.ts'
import { readCsv } from './read-data.ts'

const villages = readCsv('sample/villages.csv')
const sites = readCsv('sample/sites.csv')
const stations = readCsv('sample/stations.csv')
const services = readCsv('sample/village-services.csv')
const assignments = readCsv('sample/assignments.csv')
const end = '2020-12-31'
const middle = '2021-06-30'

const covered = (asked: AskedService, on: string) =>
  villages.filter((v) => stateOf(v, asked, on) === 'covered')

function sitesWith(technology: string, on: string): number {
  const live = stations.filter((row) => row['technology'] === technology && row['on_air_on']! <= on)
  return new Set(live.map((row) => row['site_code'])).size
}

describe('in the middle of 2021', () => {
  it('815 sites stand, 785 with 3G, 705 with 4G, 16 with a generator as main power', () => {
    expect(sites).toHaveLength(815)
    expect(sites.every((row) => row['status'] === 'live')).toBe(true)
    expect(sitesWith('3g', middle)).toBe(785)
    expect(sitesWith('4g', middle)).toBe(705)
    expect(sites.filter((row) => row['power_source'] === 'generator')).toHaveLength(16)
  })

  it('1,276 of 1,445 villages have fibre, 169 have not, and no commune is without', () => {
    const withFibre = covered('fibre', middle)
    expect(villages).toHaveLength(1445)
    expect(withFibre).toHaveLength(1276)
    expect(villages.length - withFibre.length).toBe(169)
    const communes = new Set(villages.map((row) => row['commune_code']))
    expect(communes.size).toBe(129)
    expect(new Set(withFibre.map((row) => row['commune_code']))).toEqual(communes)
  })

  it('1,364 villages have 4G: 94.4 %', () => {
    expect(covered('4g', middle)).toHaveLength(1364)
    expect(((1364 / 1445) * 100).toFixed(1)).toBe('94.4')
    expect(covered('mobile', middle).length).toBeGreaterThanOrEqual(1364)
  })

  it('nothing is stated or on air later, so that today shows the same', () => {
    expect(services.every((row) => row['observed_on']! <= middle)).toBe(true)
    expect(stations.every((row) => row['on_air_on']! <= middle && row['off_air_on'] === '')).toBe(true)
  })
})

describe('at the end of 2020', () => {
  it('1,156 villages have fibre and 1,084 have 3G, 4G or 5G', () => {
    expect(covered('fibre', end)).toHaveLength(1156)
    expect(covered('mobile', end)).toHaveLength(1084)
  })

  it('the 36 villages of Annex 2, and only they, have nothing at all; 325 have 2G only', () => {
    const has = new Map(
      (['fibre', '2g', 'mobile'] as const).map((asked) => [
        asked,
        new Set(covered(asked, end).map((row) => row['code'])),
      ]),
    )
    const nothing = villages.filter((row) => [...has.values()].every((codes) => !codes.has(row['code'])))
    const assigned = assignments.map((row) => row['village_code'])
    expect(nothing.map((row) => row['code']).sort()).toEqual(assigned.sort())
    expect(nothing).toHaveLength(36)
    const only2g = villages.filter(
      (row) => has.get('2g')!.has(row['code']) && !has.get('mobile')!.has(row['code']),
    )
    expect(only2g).toHaveLength(325)
  })
})

describe('between the two dates', () => {
  it('some of the 36 get service, some do not', () => {
    const assigned = new Set(assignments.map((row) => row['village_code']))
    const served = covered('mobile', middle).filter((row) => assigned.has(row['code']))
    expect(served.length).toBeGreaterThanOrEqual(10)
    expect(served.length).toBeLessThanOrEqual(26)
  })

  it('no village loses fibre or mobile service', () => {
    for (const asked of ['fibre', '2g', 'mobile'] as const) {
      const later = new Set(covered(asked, middle).map((row) => row['code']))
      expect(covered(asked, end).filter((row) => !later.has(row['code']))).toEqual([])
    }
  })

  it('the counts grow step by step, by dated statements and on-air dates', () => {
    const days = [end, '2021-02-28', '2021-04-30', middle]
    const fibre = days.map((day) => covered('fibre', day).length)
    const with4g = days.map((day) => sitesWith('4g', day))
    for (const counts of [fibre, with4g]) expect(new Set(counts).size).toBe(days.length)
    expect(fibre).toEqual([...fibre].sort((a, b) => a - b))
    expect(with4g).toEqual([...with4g].sort((a, b) => a - b))
  })
})
