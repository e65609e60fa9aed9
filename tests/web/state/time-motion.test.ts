import { afterEach, describe, expect, it } from 'vitest'
import { endMotion, startMotion, takeStep } from '../../../web/state/time-motion.ts'

describe('time that is moved', () => {
  afterEach(endMotion)

  it('is one step back, however many days it passes', () => {
    startMotion('moving')
    expect([takeStep(), takeStep(), takeStep()]).toEqual(['push', 'replace', 'replace'])
    endMotion()
    expect(takeStep()).toBe('push')
  })

  it('is a step of its own for each time that it is moved', () => {
    startMotion('moving')
    takeStep()
    endMotion()
    startMotion('playing')
    expect([takeStep(), takeStep()]).toEqual(['push', 'replace'])
  })

  it('is one motion while a key is held', () => {
    startMotion('moving')
    takeStep()
    startMotion('moving')
    expect(takeStep()).toBe('replace')
  })
})
