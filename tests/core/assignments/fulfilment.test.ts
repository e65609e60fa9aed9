import { describe, expect, it } from 'vitest'
import { isFulfilled, listNameable } from '../../../core/assignments/fulfilment.ts'
import { plannedServices, services } from '../../../core/coverage/states.ts'

describe('what fulfils an assignment', () => {
  it('is 3G, 4G or 5G where mobile was assigned, and neither 2G nor a cable', () => {
    const fulfilling = services.filter((service) => isFulfilled('mobile', [service]))
    expect(fulfilling).toEqual(['3g', '4g', '5g'])
    expect(isFulfilled('mobile', ['2g', '4g'])).toBe(true)
    expect(isFulfilled('mobile', [])).toBe(false)
  })

  it('is the service itself otherwise', () => {
    for (const service of plannedServices.filter((one) => one !== 'mobile')) {
      expect(services.filter((one) => isFulfilled(service, [one]))).toEqual([service])
      expect(listNameable(service)).toContain(service)
    }
  })
})
