/** How does the view stand in the address, and what does an address mean? What is as it opens is left out. */
import type { SwitchableLayer } from '../map/map-view-props.ts'
import type { AddressPart, IgnoredPart } from './address/address-part.ts'
import { assignedPart } from './address/assigned-part.ts'
import { circlesPart } from './address/circles-part.ts'
import { comparePart } from './address/compare-part.ts'
import { failsPart } from './address/fails-part.ts'
import { importPart } from './address/import-part.ts'
import { flagsPart } from './address/flags-part.ts'
import { listPart } from './address/list-part.ts'
import { mapPart } from './address/map-part.ts'
import { lookupPart } from './address/lookup-part.ts'
import { pagePart } from './address/page-part.ts'
import { questionPart } from './address/question-part.ts'
import { openingAssigned, type AssignedView } from './assigned-view.ts'
import { openingCompare, type ComparedView } from './compare-slice.ts'
import type { FailingView } from './failing.ts'
import { openingFlags, type FlagView } from './flag-view.ts'
import { openingImports, type ImportView } from './import-view.ts'
import { openingQuestion, type AskedQuestion } from './question-slice.ts'
import { openingList, type ListView } from './list-view.ts'
import { openingPage, type OpenPage } from './page-slice.ts'
import type { Selection } from './selection.ts'
import { openingCircles, type Circles } from './trial-sites.ts'

export interface Camera {
  readonly center: readonly [number, number]
  readonly zoom: number
}

/** Everything that a shared link brings back. */
export interface View extends OpenPage, Circles, ComparedView, FailingView, FlagView, ImportView {
  readonly question: AskedQuestion
  readonly selection: Selection
  readonly visible: readonly SwitchableLayer[]
  /** Null: the whole province. */
  readonly camera: Camera | null
  readonly language: 'vi' | 'en'
  /** What was typed to look a commune up; empty: nothing. */
  readonly lookup: string
  /** The list that stands behind a share, while its page is open. */
  readonly list: ListView
  /** The assigned villages, while their page is open. */
  readonly assigned: AssignedView
}

export const openingView: View = {
  question: openingQuestion,
  selection: { type: 'none' },
  visible: ['villages'],
  camera: null,
  language: 'vi',
  lookup: '',
  fails: [],
  list: openingList,
  assigned: openingAssigned,
  ...openingPage,
  ...openingCircles,
  ...openingCompare,
  ...openingFlags,
  ...openingImports,
}

/** The registry of parts: what a link brings back besides is one line here. */
const parts: readonly AddressPart[] = [
  questionPart,
  mapPart,
  pagePart,
  listPart,
  circlesPart,
  lookupPart,
  comparePart,
  failsPart,
  flagsPart,
  assignedPart,
  importPart,
]

/** Keys of others: the way back from an identity provider. */
const foreignKeys: readonly string[] = ['sign_in_problem']

/** The query of the address, with its question mark; empty for the opening view. */
export function toAddress(view: View): string {
  const query = new URLSearchParams()
  for (const part of parts) {
    part.write(view, (key, text, opening = null) => {
      if (text !== null && text !== opening) query.set(key, text)
    })
  }
  const text = query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%3B', ';')
  return text === '' ? '' : `?${text}`
}

export interface ReadAddress {
  readonly view: View
  /** What the address says that means nothing here. */
  readonly ignored: readonly IgnoredPart[]
}

/**
 * The nearest view that an address means, and what of it was not followed. Nothing throws.
 *
 * @param today ISO day: a later as-of day means nothing
 */
export function fromAddress(address: string, today: string): ReadAddress {
  const query = new URLSearchParams(address)
  const ignored: IgnoredPart[] = []
  const reading = {
    given: (key: string) => query.get(key) ?? undefined,
    today,
    ignore: (part: IgnoredPart) => void ignored.push(part),
  }
  const view = parts.reduce((read, part) => ({ ...read, ...part.read(reading) }), openingView)
  const known = [...parts.flatMap(({ keys }) => keys), ...foreignKeys]
  for (const key of new Set(query.keys())) {
    if (!known.includes(key)) ignored.push({ key, value: query.get(key) ?? '', reason: 'unknown_key' })
  }
  return { view: withoutContradiction(view, ignored), ignored }
}

/** A unit of another set than the one asked for: what is selected says more. */
function withoutContradiction(view: View, ignored: IgnoredPart[]): View {
  const { question, selection } = view
  if (selection.type !== 'unit' || question.unit_set === null || question.unit_set === selection.unit_set) {
    return view
  }
  ignored.push({ key: 'units', value: question.unit_set, reason: 'contradiction' })
  return { ...view, question: { ...question, unit_set: selection.unit_set } }
}
