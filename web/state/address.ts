/** How does the view stand in the address, and what does an address mean? What is as it opens is left out. */
import { switchableLayers, type SwitchableLayer } from '../map/map-view-props.ts'
import { openingQuestion, withQuestion, type AskedQuestion } from './question-slice.ts'
import { fromPageText, openingPage, type OpenPage } from './page-slice.ts'
import { fromSelectionText, toSelectionText, type Selection } from './selection.ts'

export interface Camera {
  readonly center: readonly [number, number]
  readonly zoom: number
}

/** Everything that a shared link brings back. */
export interface View extends OpenPage {
  readonly question: AskedQuestion
  readonly selection: Selection
  readonly visible: readonly SwitchableLayer[]
  /** Null: the whole province. */
  readonly camera: Camera | null
  readonly language: 'vi' | 'en'
}

export const openingView: View = {
  question: openingQuestion,
  selection: { type: 'none' },
  visible: ['villages'],
  camera: null,
  language: 'vi',
  ...openingPage,
}

/** The query of the address, with its question mark; empty for the opening view. */
export function toAddress(view: View): string {
  const parts = new URLSearchParams()
  const { question } = view
  const add = (key: string, value: string | null, opening: string | null) => {
    if (value !== null && value !== opening) parts.set(key, value)
  }
  add('service', question.service, openingQuestion.service)
  add('units', question.unit_set, null)
  add('weight', question.weight, openingQuestion.weight)
  add('carrier', question.carrier, null)
  add('basis', question.basis, openingQuestion.basis)
  add('as_of', question.as_of, null)
  add('layers', view.visible.join(',') || 'none', openingView.visible.join(','))
  add('selected', toSelectionText(view.selection) || null, null)
  if (view.camera) parts.set('at', toCameraText(view.camera))
  add('page', view.page, openingView.page)
  add('lang', view.language, openingView.language)
  const text = parts.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')
  return text === '' ? '' : `?${text}`
}

/**
 * The view that an address means. A part that means nothing is as it opens; nothing throws.
 *
 * @param today ISO day: a later as-of day means nothing
 */
export function fromAddress(address: string, today: string): View {
  const parts = new URLSearchParams(address)
  const given = (key: string) => parts.get(key) ?? undefined
  const change: Parts = {}
  for (const [key, part] of questionParts) {
    const value = given(part)
    if (value !== undefined) change[key] = value
  }
  return {
    question: withQuestion(openingQuestion, withoutOddParts(change, today)),
    selection: fromSelectionText(given('selected') ?? ''),
    visible: fromLayersText(given('layers')),
    camera: fromCameraText(given('at') ?? ''),
    language: given('lang') === 'en' ? 'en' : 'vi',
    page: fromPageText(parts.get('page')),
  }
}

const questionParts = [
  ['service', 'service'],
  ['unit_set', 'units'],
  ['weight', 'weight'],
  ['carrier', 'carrier'],
  ['basis', 'basis'],
  ['as_of', 'as_of'],
] as const

type Parts = Partial<Record<keyof AskedQuestion, string>>

function withoutOddParts(parts: Parts, today: string): Parts {
  const { carrier, as_of, ...rest } = parts
  const isCarrier = carrier !== undefined && /^[a-z0-9-]{1,40}$/.test(carrier)
  const isPast = as_of !== undefined && as_of < today
  return { ...rest, ...(isCarrier ? { carrier } : {}), ...(isPast ? { as_of } : {}) }
}

function fromLayersText(text: string | undefined): readonly SwitchableLayer[] {
  if (text === undefined) return openingView.visible
  const names = text.split(',')
  return switchableLayers.filter((layer) => names.includes(layer))
}

function toCameraText({ center, zoom }: Camera): string {
  return `${zoom.toFixed(2)},${center[1].toFixed(4)},${center[0].toFixed(4)}`
}

const cameraText = /^(\d{1,2}(?:\.\d+)?),(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)$/

function fromCameraText(text: string): Camera | null {
  const match = cameraText.exec(text)
  if (!match) return null
  const [zoom, lat, lng] = match.slice(1).map(Number) as [number, number, number]
  return zoom > 22 || Math.abs(lat) > 85 || Math.abs(lng) > 180 ? null : { center: [lng, lat], zoom }
}
