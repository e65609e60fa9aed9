import { describe, expect, it, vi } from 'vitest'
import { later } from '../../../web/workers/later.ts'

interface Part {
  readonly double: (n: number) => number
  readonly count: () => number
}

function prepare(failures: number) {
  let loads = 0
  const part = later<Part>(
    async () => {
      loads += 1
      if (loads <= failures) throw new Error('on the way')
      let calls = 0
      return { double: (n) => n * 2, count: () => ++calls }
    },
    { double: true, count: true },
  )
  return { part, countLoads: () => loads }
}

describe('a part that comes later', () => {
  it('is fetched once, by whichever method is asked first', async () => {
    const { part, countLoads } = prepare(0)
    expect(countLoads()).toBe(0)
    expect(await Promise.all([part.double(21), part.count(), part.count()])).toEqual([42, 1, 2])
    expect(countLoads()).toBe(1)
  })

  it('is fetched until it comes: whoever asked waits, and asks nothing again', async () => {
    vi.useFakeTimers()
    const { part, countLoads } = prepare(2)
    const answers = Promise.all([part.double(1), part.double(2)])
    await vi.advanceTimersByTimeAsync(1000)
    expect(countLoads()).toBe(1)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await answers).toEqual([2, 4])
    expect(countLoads()).toBe(3)
    vi.useRealTimers()
  })
})
