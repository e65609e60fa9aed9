/** Does the sample meet every branch of the coverage rules, and name its sources? */
import { describe, expect, it } from 'vitest'
import { findStrongest, type Statement } from '../../core/coverage/strongest.ts'
import { coverageStates } from '../../core/coverage/states.ts'
import { readCsv, type Row } from './read-data.ts'

const services = readCsv('sample/village-services.csv')
const villages = readCsv('sample/villages.csv')
const on = '2021-06-30'
const keyOf = (row: Row) => [row['village_code'], row['service'], row['carrier_code']].join(' ')

const groups = new Map<string, Row[]>()
for (const row of services) {
  const key = keyOf(row)
  const list = groups.get(key) ?? []
  groups.set(key, list)
  list.push(row)
}
const strongest = [...groups].map(([key, rows]) => {
  const [village, service, carrier] = key.split(' ')
  return {
    village,
    service,
    carrier,
    rows,
    ...findStrongest(rows as unknown as Statement[], on, 'strongest')!,
  }
})

describe('the statements of the sample', () => {
  it('are about 15,000', () => {
    expect(services.length).toBeGreaterThan(14_000)
    expect(services.length).toBeLessThan(17_000)
  })

  it('know every basis, every state and all five carriers', () => {
    expect(new Set(services.map((row) => row['basis']))).toEqual(
      new Set(['predicted', 'declared', 'measured', 'verified']),
    )
    expect(new Set(services.map((row) => row['state']))).toEqual(
      new Set(['covered', 'partial', 'not_covered']),
    )
    expect(new Set(services.map((row) => row['carrier_code'])).size).toBe(5)
  })

  it('say once per village, service, carrier, basis and day', () => {
    const keys = services.map((row) => [keyOf(row), row['basis'], row['observed_on']].join(' '))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('give the share of households for partial coverage only, and not always', () => {
    const shared = services.filter((row) => row['households_share'] !== '')
    const partial = services.filter((row) => row['state'] === 'partial')
    expect(shared.every((row) => row['state'] === 'partial')).toBe(true)
    expect(shared.length).toBeGreaterThan(partial.length / 2)
    expect(shared.length).toBeLessThan(partial.length)
  })

  it('name different sources for the two definitions, each described', () => {
    const sources = new Set(readCsv('reference/sources.csv').map((row) => row['code']))
    const declared = services.filter((row) => row['basis'] === 'declared')
    const of = (test: (row: Row) => boolean) =>
      new Set(declared.filter(test).map((row) => row['source_code']))
    expect(of((row) => row['observed_on']! <= '2020-12-31')).toEqual(new Set(['mau-bao-cao-2020']))
    expect(of((row) => row['observed_on']! > '2020-12-31')).toEqual(new Set(['mau-bao-cao-2021']))
    expect(services.filter((row) => !sources.has(row['source_code']!))).toEqual([])
  })

  it('disagree between carriers', () => {
    const states = new Map<string, Set<string>>()
    for (const { village, service, statement } of strongest) {
      const key = `${village} ${service}`
      states.set(key, (states.get(key) ?? new Set<string>()).add(statement.state))
    }
    expect([...states.values()].filter((set) => set.size > 1).length).toBeGreaterThan(100)
  })

  it('disagree between bases of one carrier, so that trust decides', () => {
    const decided = strongest.filter(({ rows, statement }) => {
      const latest = rows.reduce((a, b) => (b['observed_on']! >= a['observed_on']! ? b : a))
      return latest['state'] !== statement.state
    })
    expect(decided.length).toBeGreaterThan(30)
  })

  it("hold a carrier's verified no against another's yes", () => {
    const yes = new Set(
      strongest
        .filter(({ statement }) => statement.state === 'covered')
        .map(({ village, service }) => `${village} ${service}`),
    )
    const verifiedNo = strongest.filter(
      ({ statement, village, service }) =>
        statement.basis === 'verified' &&
        statement.state === 'not_covered' &&
        yes.has(`${village} ${service}`),
    )
    expect(verifiedNo.length).toBeGreaterThan(0)
  })

  it('hold verifications that a later report contradicts', () => {
    const old = strongest.filter(({ needs_reverification }) => needs_reverification)
    expect(old.length).toBeGreaterThan(3)
    expect(old.some(({ statement }) => statement.state === 'covered')).toBe(true)
    expect(old.some(({ statement }) => statement.state === 'not_covered')).toBe(true)
  })

  it('leave 4G a few times and 5G mostly unknown, and some villages partial', () => {
    const count = (service: string) => {
      const best = new Map(villages.map((row) => [row['code'], 0]))
      for (const held of strongest.filter((one) => one.service === service)) {
        const rank = coverageStates.indexOf(held.statement.state)
        best.set(held.village!, Math.max(best.get(held.village!) ?? 0, rank))
      }
      const of = (state: (typeof coverageStates)[number]) =>
        [...best.values()].filter((rank) => coverageStates[rank] === state).length
      return { unknown: of('unknown'), partial: of('partial'), covered: of('covered') }
    }
    expect(count('4g').unknown).toBeGreaterThan(0)
    expect(count('4g').partial).toBeGreaterThan(5)
    expect(count('fibre').partial).toBeGreaterThan(5)
    expect(count('5g').unknown).toBeGreaterThan(villages.length / 2)
    expect(count('5g').covered).toBe(0)
  })
})
