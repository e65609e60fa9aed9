import { expect, it } from 'vitest'
import { createBuildLimit } from '../../../server/layers/build-limit.ts'

function createWork() {
  const starts: (() => void)[] = []
  let running = 0
  let most = 0
  const work = async () => {
    running += 1
    most = Math.max(most, running)
    await new Promise<void>((resolve) => starts.push(resolve))
    running -= 1
  }
  return { work, finishOne: () => starts.shift()?.(), countMost: () => most, hasStarted: () => starts.length }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

it('runs so many at once and the rest in their turn', async () => {
  const limit = createBuildLimit({ running: 2, waiting: 10 })
  const { work, finishOne, countMost, hasStarted } = createWork()
  const all = Promise.all(Array.from({ length: 6 }, () => limit.run(work)))
  for (let left = 6; left > 0; left--) {
    await settle()
    expect(hasStarted()).toBe(Math.min(2, left))
    finishOne()
  }
  await all
  expect(countMost()).toBe(2)
})

it('turns away who comes when too many wait', async () => {
  const limit = createBuildLimit({ running: 1, waiting: 1 })
  const { work, finishOne } = createWork()
  const first = limit.run(work)
  const second = limit.run(work)
  await expect(limit.run(work)).rejects.toMatchObject({ code: 'too_busy' })
  finishOne()
  await first
  await settle()
  finishOne()
  await second
})

it('gives the turn on when the work fails', async () => {
  const limit = createBuildLimit({ running: 1, waiting: 1 })
  const failing = limit.run(() => Promise.reject(new Error('no')))
  const next = limit.run(() => Promise.resolve('yes'))
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('yes')
  expect(await limit.run(() => Promise.resolve('again'))).toBe('again')
})
