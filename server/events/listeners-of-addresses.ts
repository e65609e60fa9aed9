/** How many streams may be open? An office behind one address has many maps, but no address may take them all. */
import { AppError } from '../../core/errors.ts'

export interface ListenersOfAddresses {
  /** Throws `too_busy` where there are too many; returns what gives the place back. */
  readonly enter: (address: string) => () => void
}

export function createListenersOfAddresses(most: {
  readonly ofAddress: number
  readonly ofAll: number
}): ListenersOfAddresses {
  const counts = new Map<string, number>()
  let all = 0
  return {
    enter: (address) => {
      const count = counts.get(address) ?? 0
      if (count >= most.ofAddress || all >= most.ofAll) throw new AppError('too_busy')
      counts.set(address, count + 1)
      all += 1
      let isOpen = true
      return () => {
        if (!isOpen) return
        isOpen = false
        all -= 1
        const left = (counts.get(address) ?? 1) - 1
        if (left > 0) counts.set(address, left)
        else counts.delete(address)
      }
    },
  }
}
