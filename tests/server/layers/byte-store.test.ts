import { describe, expect, it } from 'vitest'
import { createByteStore } from '../../../server/layers/byte-store.ts'

/** Builds that end when the test says so; each is named by the number of changes that it saw. */
function createBuilds() {
  let changes = 0
  const open: (() => void)[] = []
  return {
    change: () => (changes += 1),
    build: () => {
      const seen = `${changes}`
      return new Promise<string>((resolve) => open.push(() => resolve(seen)))
    },
    /** Ends the one under way, when it has begun. */
    finish: async () => {
      await expect.poll(() => open.length).toBeGreaterThan(0)
      open.shift()!()
    },
    countOpen: () => open.length,
  }
}

const toText = async (body: Awaited<ReturnType<ReturnType<typeof createByteStore>['get']>>) =>
  String(await body.encode('identity'))

describe('bodies that are kept', () => {
  it('are not built more often than one after the other, however many changes and readers there are', async () => {
    const store = createByteStore()
    const { build, change, finish, countOpen } = createBuilds()
    const first = store.get('sites', build)
    const others = []
    for (let edit = 0; edit < 100; edit++) {
      change()
      store.forget(() => true)
      for (let reader = 0; reader < 5; reader++) others.push(store.get('sites', build))
    }
    expect(countOpen()).toBe(1)
    await finish()
    await finish()
    expect(await toText(await first)).toBe('0')
    // Whoever asked after a change is not answered with what was read before it.
    for (const other of others) expect(await toText(await other)).toBe('100')
    expect(store.countBuilds()).toBe(2)
  })

  it('are not built at all by changes that nobody looks at', async () => {
    const store = createByteStore()
    const { build, finish } = createBuilds()
    const made = store.get('sites', build)
    await finish()
    await made
    for (let edit = 0; edit < 100; edit++) store.forget(() => true)
    expect(store.countBuilds()).toBe(1)
  })

  it('are built once more for a change that comes while the second is under way', async () => {
    const store = createByteStore()
    const { build, change, finish } = createBuilds()
    const first = store.get('sites', build)
    change()
    store.forget(() => true)
    const second = store.get('sites', build)
    await finish()
    await first
    await expect.poll(store.countBuilds).toBe(2)
    change()
    store.forget(() => true)
    const third = store.get('sites', build)
    await finish()
    await finish()
    expect(await Promise.all([second, third].map(async (body) => toText(await body)))).toEqual(['1', '2'])
    expect(await toText(await store.get('sites', build))).toBe('2')
    expect(store.countBuilds()).toBe(3)
  })

  it('are built by whoever waits for one that failed', async () => {
    const store = createByteStore()
    const failing = store.get('sites', () => Promise.reject(new Error('gone')))
    store.forget(() => true)
    const waiting = store.get('sites', () => Promise.resolve('here'))
    await expect(failing).rejects.toThrow('gone')
    expect(await toText(await waiting)).toBe('here')
    expect(await toText(await store.get('sites', () => Promise.resolve('again')))).toBe('here')
  })

  it('of one name do not wait for those of another', async () => {
    const store = createByteStore()
    const { build } = createBuilds()
    void store.get('sites', build)
    store.forget(() => true)
    expect(await toText(await store.get('villages', () => Promise.resolve('there')))).toBe('there')
  })
})
