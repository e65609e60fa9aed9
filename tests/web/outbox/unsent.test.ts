import { describe, expect, it, vi } from 'vitest'
import { newKey } from '../../../web/outbox/new-key.ts'
import { toPause_ms, toRemedies } from '../../../web/outbox/unsent.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

describe('what is sent again', () => {
  it('waits longer after every failure, and at most five minutes', () => {
    const pauses = Array.from({ length: 10 }, (_, failures) => toPause_ms(failures))
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
    expect(pauses[1]).toBeLessThanOrEqual(5_000)
    expect(pauses.at(-1)).toBe(300_000)
  })

  it('is put right where that helps, and only given up where nothing does', () => {
    expect(toRemedies('report', { code: 'version_conflict', params: {} })).toEqual(['change'])
    expect(toRemedies('file', { code: 'body_too_large', params: {} })).toEqual(['send again'])
    expect(toRemedies('report', { code: 'assignment_withdrawn', params: {} })).toEqual([])
  })

  it('has a key of its own, also on a page that did not come by TLS', () => {
    expect(newKey()).toMatch(uuid)
    const { getRandomValues } = crypto
    vi.stubGlobal('crypto', { getRandomValues: getRandomValues.bind(crypto) })
    expect(newKey()).toMatch(uuid)
    expect(newKey()).not.toBe(newKey())
    vi.unstubAllGlobals()
  })
})
