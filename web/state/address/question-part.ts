/** How does the question stand in the address? */
import { askedAssigneds, askedPowers, unitSets, weights } from '../../../core/coverage/question.ts'
import { askedBases, askedServices } from '../../../core/coverage/states.ts'
import { isIsoDate } from '../../../core/dates.ts'
import { openingQuestion, withQuestion, type AskedQuestion } from '../question-slice.ts'
import { readChoice, type AddressPart, type AddressReading } from './address-part.ts'

/** Keys of a question, by the fields that they hold; `compare` writes a second one with a prefix. */
const keyOf = {
  service: 'service',
  unit_set: 'units',
  weight: 'weight',
  carrier: 'carrier',
  basis: 'basis',
  as_of: 'as_of',
  power: 'power',
  assigned: 'assigned',
} as const satisfies Record<keyof AskedQuestion, string>

type QuestionTexts = Readonly<Record<string, string | null>>

/** Texts by key; null where the question is as the other one. */
export function toQuestionTexts(question: AskedQuestion, opening: AskedQuestion): QuestionTexts {
  const fields = Object.keys(keyOf) as (keyof AskedQuestion)[]
  return Object.fromEntries(
    fields.map((field) => [keyOf[field], question[field] === opening[field] ? null : question[field]]),
  )
}

/** The question that differs from `opening` by what the address names. */
export function readQuestion(reading: AddressReading, opening: AskedQuestion): AskedQuestion {
  const { given, ignore } = reading
  const change: Partial<Record<keyof AskedQuestion, string>> = {}
  const take = (field: keyof AskedQuestion, value: string | undefined) => {
    if (value !== undefined) change[field] = value
  }
  take('service', readChoice(reading, keyOf.service, askedServices))
  take('unit_set', readChoice(reading, keyOf.unit_set, unitSets))
  take('weight', readChoice(reading, keyOf.weight, weights))
  take('basis', readChoice(reading, keyOf.basis, askedBases))
  take('power', readChoice(reading, keyOf.power, askedPowers))
  take('assigned', readChoice(reading, keyOf.assigned, askedAssigneds))
  const carrier = given(keyOf.carrier)
  if (carrier !== undefined && /^[a-z0-9-]{1,40}$/.test(carrier)) take('carrier', carrier)
  else if (carrier !== undefined) ignore({ key: keyOf.carrier, value: carrier, reason: 'no_such_carrier' })
  take('as_of', readDay(reading))
  return withQuestion(opening, change)
}

function readDay({ given, ignore, today }: AddressReading): string | undefined {
  const day = given(keyOf.as_of)
  if (day === undefined || day === today) return undefined
  if (isIsoDate(day) && day < today) return day
  ignore({ key: keyOf.as_of, value: day, reason: isIsoDate(day) ? 'after_today' : 'not_a_day' })
  return undefined
}

export const questionPart: AddressPart = {
  keys: Object.values(keyOf),
  write: ({ question }, add) => {
    for (const [key, text] of Object.entries(toQuestionTexts(question, openingQuestion))) add(key, text)
  },
  read: (reading) => ({ question: readQuestion(reading, openingQuestion) }),
}
