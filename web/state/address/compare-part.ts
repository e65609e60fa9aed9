/** How does the second question of a comparison stand in the address? Only where it differs from the first, with `b_` in front. */
import { comparedFields, toQuestionB, type ComparedField } from '../compare-slice.ts'
import { openingQuestion, withQuestion, type AskedQuestion } from '../question-slice.ts'
import type { AddressPart, AddressReading } from './address-part.ts'
import { readQuestion } from './question-part.ts'

const prefix = 'b_'

/** What stands for “no carrier in particular” and “today”, where A has one. */
const openTexts: Readonly<Partial<Record<ComparedField, string>>> = { carrier: 'any', as_of: 'today' }

export const comparePart: AddressPart = {
  keys: comparedFields.map((field) => `${prefix}${field}`),
  write: ({ page, question, compared }, add) => {
    if (page !== 'compare' || compared === null) return
    const b = toQuestionB({ question, compared })
    for (const field of comparedFields) {
      if (b[field] !== question[field]) add(`${prefix}${field}`, b[field] ?? openTexts[field] ?? null)
    }
  },
  read: (reading) => {
    const given = comparedFields.filter((field) => reading.given(`${prefix}${field}`) !== undefined)
    if (given.length === 0) return { compared: null }
    if (reading.given('page') === 'compare') return { compared: readB(reading) }
    for (const field of given) {
      const key = `${prefix}${field}`
      reading.ignore({ key, value: reading.given(key) ?? '', reason: 'unknown_key' })
    }
    return { compared: null }
  },
}

function readB(reading: AddressReading): AskedQuestion {
  // What is odd about A was said where A was read.
  const a = readQuestion({ ...reading, ignore: () => undefined }, openingQuestion)
  const isOpen = (key: string) => {
    const text = reading.given(`${prefix}${key}`)
    return text === openTexts[key as ComparedField] || (key === 'as_of' && text === reading.today)
  }
  const b = readQuestion(
    {
      today: reading.today,
      given: (key) => (key in openTexts && isOpen(key) ? undefined : reading.given(`${prefix}${key}`)),
      ignore: (part) => reading.ignore({ ...part, key: `${prefix}${part.key}` }),
    },
    a,
  )
  return withQuestion(b, {
    ...(isOpen('carrier') ? { carrier: null } : {}),
    ...(isOpen('as_of') ? { as_of: null } : {}),
  })
}
