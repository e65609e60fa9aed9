/** How does the address say what is supposed to fail: `fails=site:12` or `fails=cable-route:5`? */
import { fromFailingText, mostFailing, toFailingText } from '../failing.ts'
import type { AddressPart } from './address-part.ts'

export const failsPart: AddressPart = {
  keys: ['fails'],
  write: ({ fails, page }, add) => add('fails', page === 'if-fails' ? toFailingText(fails) || null : null),
  read: ({ given, ignore }) => {
    const text = given('fails')
    if (text === undefined) return { fails: [] }
    const fails = text.split(',').flatMap((part) => {
      const failing = fromFailingText(part)
      if (failing === null) ignore({ key: 'fails', value: part, reason: 'unknown_value' })
      return failing ?? []
    })
    if (fails.length > mostFailing) {
      ignore({
        key: 'fails',
        value: String(fails.length),
        reason: 'out_of_range',
        instead: `≤ ${mostFailing}`,
      })
    }
    const kept = fails.slice(0, mostFailing)
    // Whoever is sent what fails is sent what comes of it.
    return kept.length > 0 && given('page') === undefined
      ? { fails: kept, page: 'if-fails' }
      : { fails: kept }
  },
}
