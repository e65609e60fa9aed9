import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { askLatest } from '../../web/latest.ts'

describe('what is asked again and again', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const start = (pace_ms?: number) => {
    const [asked, times, told]: [number[], number[], number[]] = [[], [], []]
    const ask = askLatest<number, number>(
      (question) => {
        asked.push(question)
        times.push(Date.now())
        return new Promise((resolve, reject) =>
          setTimeout(() => (question === 13 ? reject(new Error('no')) : resolve(question * 10)), 20),
        )
      },
      (answer) => told.push(answer),
      pace_ms,
    )
    return { ask, asked, times, told }
  }

  it('asks the newest only, when the one before has been answered', async () => {
    const { ask, asked, told } = start()
    for (const question of [1, 2, 3]) ask(question)
    await vi.advanceTimersByTimeAsync(100)
    expect(asked).toEqual([1, 3])
    expect(told).toEqual([10, 30])
  })

  it('leaves a pause from question to question, and never loses the last', async () => {
    const { ask, times, told } = start(100)
    for (let step = 0; step < 50; step++) {
      ask(step)
      await vi.advanceTimersByTimeAsync(10)
    }
    await vi.advanceTimersByTimeAsync(200)
    expect(told.at(-1)).toBe(490)
    const pauses = times.slice(1).map((time, index) => time - times[index]!)
    expect(pauses.length).toBeGreaterThan(3)
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(100)
  })

  it('goes on after a question that failed', async () => {
    const { ask, told } = start()
    ask(13)
    await vi.advanceTimersByTimeAsync(50)
    ask(2)
    await vi.advanceTimersByTimeAsync(50)
    expect(told).toEqual([20])
  })
})
