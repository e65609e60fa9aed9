import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SessionFacts } from '../../../core/api/accounts.ts'
import { asked, fetched, setUpBrowser, setVisibility, streams } from './browser-stand-in.ts'

const site = { noun: 'sites', ids: [1] }
const everything = { noun: 'data_state', ids: [] }
const visitor = { role: 'anonymous', user_id: null, units: [] } as unknown as SessionFacts
const staff = { ...visitor, role: 'staff', user_id: 3 } as unknown as SessionFacts

describe('a page that follows changes', () => {
  let useApp: typeof import('../../../web/state/store.ts').useApp
  let follow: (from: string | null) => void
  /** How often the page has looked again. */
  const countLooks = async () => {
    await vi.advanceTimersByTimeAsync(200)
    return useApp.getState().refresh_count
  }
  const stream = () => streams.at(-1)!

  beforeEach(async () => {
    vi.useFakeTimers()
    vi.resetModules()
    setUpBrowser()
    ;({ useApp } = await import('../../../web/state/store.ts'))
    follow = (await import('../../../web/live.ts')).followChanges
  })
  afterEach(() => {
    vi.clearAllTimers()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
  const wait = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)

  it('looks again when it is told of a change', async () => {
    follow('p0')
    stream().say('ready', 'a0')
    await asked[0]!.answer('a0')
    expect(await countLooks()).toBe(0)
    stream().say('change', 'a1', site)
    expect(await countLooks()).toBe(1)
    expect(streams).toHaveLength(1)
  })

  it('hears of what changed while it was opening', async () => {
    follow('p0')
    stream().say('ready', 'a3')
    expect(asked[0]).toMatchObject({ since: 'p0' })
    await asked[0]!.answer('a3', site)
    expect(await countLooks()).toBe(1)
  })

  it('asks again and again where the stream is held back, from the event heard last, and tries the stream later', async () => {
    follow('p0')
    await wait(7)
    expect(stream().readyState).toBe(2)
    expect(asked[0]).toMatchObject({ since: 'p0' })
    await asked[0]!.answer('b1', site)
    expect(await countLooks()).toBe(1)
    await wait(2)
    expect(asked[1]).toMatchObject({ since: 'b1' })
    await asked[1]!.answer('b2')
    expect(streams).toHaveLength(1)
    for (let n = 2; streams.length === 1 && n < 400; n++) {
      await wait(2)
      await asked[n]?.answer('b2')
    }
    expect(streams).toHaveLength(2)
  })

  it('goes on by itself after the connection broke, and the server tells what was missed', async () => {
    follow('p0')
    stream().say('ready', 'a0')
    await asked[0]!.answer('a0')
    stream().fail('lost')
    stream().say('ready', 'a0')
    stream().say('change', 'a1', site)
    expect(await countLooks()).toBe(1)
    expect(streams).toHaveLength(1)
    // The browser has told the server where it was: nothing is asked for a second time.
    expect(asked).toHaveLength(1)
  })

  it('asks who is signed in after the connection broke: the server may have ended it with the session', async () => {
    follow('p0')
    stream().say('ready', 'a0')
    expect(fetched).toEqual([])
    stream().fail('lost')
    stream().say('ready', 'a0')
    await wait(0)
    expect(fetched).toContain('/api/session')
  })

  it('asks where the stream is refused, and where it fails again and again', async () => {
    follow('p0')
    stream().fail('refused')
    expect(asked).toHaveLength(1)
    await asked[0]!.answer('b1')
    await wait(40)
    for (const { answer } of asked.slice(1)) await answer('b1')
    await wait(2)
    // Not held back: it is tried again soon.
    expect(streams).toHaveLength(2)
    for (let n = 0; n < 3; n++) stream().fail('lost')
    expect(stream().readyState).toBe(2)
  })

  it('gives up a stream that came back and says nothing', async () => {
    follow('p0')
    stream().say('ready', 'a0')
    await asked[0]!.answer('a0')
    stream().fail('lost')
    await wait(20)
    expect(stream().readyState).toBe(2)
    expect(asked.at(-1)).toMatchObject({ since: 'a0' })
  })

  it('comes back when the server was away for a while, and looks at all where the server does not know it any more', async () => {
    follow('p0')
    stream().say('ready', 'a0')
    await asked[0]!.answer('a0')
    for (let n = 0; n < 3; n++) stream().fail('lost')
    for (let n = 1; n <= 3; n++) {
      expect(asked).toHaveLength(n + 1)
      await asked[n]!.refuse()
      await wait(11)
    }
    // By then the stream is tried again, and there is another server.
    expect(streams).toHaveLength(2)
    stream().say('ready', 'c1')
    expect(asked.at(-1)).toMatchObject({ since: 'a0' })
    await asked.at(-1)!.answer('c1', everything)
    expect(await countLooks()).toBe(1)
    stream().say('change', 'c2', site)
    expect(await countLooks()).toBe(2)
  })

  it('holds no connection while nobody looks at it, and learns what it missed', async () => {
    follow('p0')
    stream().say('ready', 'a0')
    await asked[0]!.answer('a0')
    await setVisibility('hidden')
    expect(stream().readyState).toBe(2)
    await wait(600)
    expect([streams.length, asked.length]).toEqual([1, 1])
    await setVisibility('visible')
    expect(streams).toHaveLength(2)
    stream().say('ready', 'a7')
    expect(asked[1]).toMatchObject({ since: 'a0' })
    await asked[1]!.answer('a7', site)
    expect(await countLooks()).toBe(1)
  })

  it('loses nothing when it is hidden while it asks what it missed', async () => {
    follow('p0')
    stream().say('ready', 'a5')
    await setVisibility('hidden')
    await asked[0]!.answer('a5', site)
    await setVisibility('visible')
    stream().say('ready', 'a6')
    for (const { answer } of asked.slice(1)) await answer('a6')
    expect(await countLooks()).toBe(1)
  })

  it('loses nothing when it is hidden while it asks again', async () => {
    follow('p0')
    await wait(7)
    await setVisibility('hidden')
    await asked[0]!.answer('b1', site)
    await setVisibility('visible')
    // What was not looked at is asked for once more.
    const again = asked.at(-1)!
    if (again.since === 'p0') await again.answer('b1', site)
    expect(await countLooks()).toBe(1)
    const before = asked.length
    await wait(2)
    expect(asked).toHaveLength(before + 1)
  })

  it('looks at all again where what it missed cannot be told', async () => {
    follow('p0')
    stream().say('ready', 'a5')
    await asked[0]!.refuse()
    expect(await countLooks()).toBe(1)
  })

  it('goes on with the stream when the server first tells who is signed in: the cookie was sent with it', async () => {
    follow('p0')
    stream().say('ready', 'a0')
    await asked[0]!.answer('a0')
    useApp.setState({ session: staff })
    expect(streams).toHaveLength(1)
    expect(stream().readyState).toBe(1)
  })

  it('listens as whoever signs in or out, from where the one before had come', async () => {
    useApp.setState({ session: visitor })
    follow('p0')
    stream().say('ready', 'a0')
    await asked[0]!.answer('a0')
    for (const [n, session] of [staff, visitor].entries()) {
      useApp.setState({ session })
      expect(streams).toHaveLength(n + 2)
      expect(streams[n]!.readyState).toBe(2)
      stream().say('ready', `a${n + 1}`)
      expect(asked.at(-1)).toMatchObject({ since: `a${n}` })
      await asked.at(-1)!.answer(`a${n + 1}`)
    }
  })

  it('looks at all again when somebody whose session had ended is back: meanwhile it heard as a visitor', async () => {
    useApp.setState({ session: staff })
    follow('p0')
    stream().say('ready', 'a0')
    await asked[0]!.answer('a0')
    useApp.setState({ session_end: 'expired' })
    expect(streams).toHaveLength(2)
    stream().say('ready', 'a1')
    await asked.at(-1)!.answer('a1')
    expect(await countLooks()).toBe(0)
    useApp.setState({ session_end: 'none' })
    expect(streams).toHaveLength(3)
    expect(await countLooks()).toBe(1)
  })
})
