/**
 * How does a comparison stand in the address? The second question only where it differs from the first, with `b_` in front; which of
 * the differing villages are listed, only where not all of them are.
 */
import {
  allDifferences,
  comparedFields,
  differenceFilters,
  toQuestionB,
  type ComparedField,
  type DifferenceView,
} from '../compare-slice.ts'
import { openingQuestion, withQuestion, type AskedQuestion } from '../question-slice.ts'
import { ignoreKeys, readChoice, readCode, type AddressPart, type AddressReading } from './address-part.ts'
import { readQuestion } from './question-part.ts'

const prefix = 'b_'

/** What stands for “no carrier in particular” and “today”, where A has one. */
const openTexts: Readonly<Partial<Record<ComparedField, string>>> = { carrier: 'any', as_of: 'today' }

const keys = [...comparedFields.map((field) => `${prefix}${field}`), 'difference', 'difference_unit']

export const comparePart: AddressPart = {
  keys,
  write: ({ page, question, compared, differences }, add) => {
    if (page !== 'compare') return
    add('difference', differences.filter, allDifferences.filter)
    add('difference_unit', differences.unit)
    if (compared === null) return
    const b = toQuestionB({ question, compared })
    for (const field of comparedFields) {
      if (b[field] !== question[field]) add(`${prefix}${field}`, b[field] ?? openTexts[field] ?? null)
    }
  },
  read: (reading) => {
    if (reading.given('page') !== 'compare') return ignoreKeys(reading, keys)
    const isGiven = comparedFields.some((field) => reading.given(`${prefix}${field}`) !== undefined)
    return { compared: isGiven ? readB(reading) : null, differences: readDifferences(reading) }
  },
}

function readDifferences(reading: AddressReading): DifferenceView {
  return {
    filter: readChoice(reading, 'difference', differenceFilters) ?? allDifferences.filter,
    unit: readCode(reading, 'difference_unit', /^\d{2,5}$/) ?? null,
  }
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
