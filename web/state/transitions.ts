/** What does a user's act change? Pure: state in, changed parts out. */
import type { BBox, LngLat } from '../../core/geo.ts'
import type { CameraRequest, MapCandidate, SwitchableLayer } from '../map/map-view-props.ts'
import { switchableLayers } from '../map/map-view-props.ts'
import type { ListView } from './list-view.ts'
import { openingQuestion, toUnitSet, withQuestion, type AskedQuestion } from './question-slice.ts'
import { nothingSelected, type Selection } from './selection.ts'
import type { AppState } from './store.ts'

type Change = Partial<AppState>

/** A unit of another set than the one now shown cannot stay selected. */
export function askQuestion(
  state: AppState,
  change: Partial<Record<keyof AskedQuestion, string | null>>,
): Change {
  const question = withQuestion(state.question, change)
  const unit_set = toUnitSet(question, state.province, state.today)
  const keeps = state.selection.type !== 'unit' || state.selection.unit_set === unit_set
  return {
    question,
    highlight: null,
    ...(keeps ? {} : { selection: nothingSelected }),
    ...keepListScope(state, question),
  }
}

/** The list behind a share, beside the map; its order and columns stay as they were chosen. */
export function openList(state: AppState, change: Partial<ListView>): Change {
  return {
    page: 'gaps',
    dialog: { type: 'none' },
    list: { ...state.list, meaning: 'closed', ...change },
    // Its villages are what the map is to show.
    ...(state.visible.includes('villages') ? {} : toggleLayer(state, 'villages')),
  }
}

/** A unit or a class of another set than the one now shown cannot stay the scope of a list. */
function keepListScope(state: AppState, question: AskedQuestion): Change {
  const before = toUnitSet(state.question, state.province, state.today)
  const isSame = toUnitSet(question, state.province, state.today) === before
  return isSame
    ? {}
    : {
        list: { ...state.list, scope: { type: 'province' } },
        differences: { ...state.differences, unit: null },
      }
}

/** A unit of another set brings its set along; on a phone the sheet opens half. */
export function select(state: AppState, selection: Selection): Change {
  const { question } = state
  const shown = toUnitSet(question, state.province, state.today)
  const follows = selection.type === 'unit' && selection.unit_set !== shown
  // While a list is open, a unit that is picked is the one to be listed.
  const isListed = selection.type === 'unit' && state.page === 'gaps'
  return {
    selection,
    candidates: [],
    ...(follows ? { question: { ...question, unit_set: selection.unit_set } } : {}),
    ...(isListed ? { list: { ...state.list, scope: { type: 'unit', code: selection.code } } } : {}),
    ...(selection.type !== 'none' && state.sheet === 'peek' ? { sheet: 'half' as const } : {}),
  }
}

/** What lies under a click: nothing clears, one is selected, several are offered. */
export function pick(state: AppState, candidates: readonly MapCandidate[]): Change {
  const records = candidates.filter((candidate) => candidate.type !== 'unit')
  const first = candidates[0]
  if (first === undefined) return select(state, nothingSelected)
  if (records.length < 2) return select(state, withoutName(first))
  return { ...select(state, nothingSelected), candidates: records }
}

function withoutName({ name: _name, ...selection }: MapCandidate): Selection {
  return selection
}

export function toggleLayer(state: AppState, layer: SwitchableLayer): Change {
  const shown = new Set(state.visible)
  if (!shown.delete(layer)) shown.add(layer)
  return { visible: switchableLayers.filter((id) => shown.has(id)) }
}

/** Look at a box or a place; a number in the key makes a repeated wish a new one. */
export function lookAt(state: AppState, target: BBox | readonly [number, number]): Change {
  const key = `look-${Number(state.camera_request?.key.split('-')[1] ?? 0) + 1}`
  const camera_request: CameraRequest =
    target.length === 4
      ? { key, type: 'bounds', bounds: target }
      : { key, type: 'position', center: target, zoom: Math.max(state.camera?.zoom ?? 0, 12) }
  return { camera_request }
}

/** A place that lies outside of what is seen is brought to the middle, at the scale that is there. */
export function bringIntoView(state: AppState, [lng, lat]: LngLat): Change {
  if (state.map_view === null) return {}
  const [west, south, east, north] = state.map_view.bounds
  if (lng >= west && lng <= east && lat >= south && lat <= north) return {}
  const { camera_request } = lookAt(state, [lng, lat])
  return camera_request?.type === 'position'
    ? { camera_request: { ...camera_request, zoom: state.map_view.zoom } }
    : {}
}

/** Once the province is known: a carrier that does not exist is no carrier and said to be ignored; the map knows where to look. */
export function settle(state: AppState): Change {
  const { province, question } = state
  if (province === null) return {}
  const knows = (carrier: string | null) =>
    carrier === null || province.carriers.some(({ code }) => code === carrier)
  const known = knows(question.carrier)
  const { compared } = state
  const unknown = [
    ...(known ? [] : [{ key: 'carrier', value: question.carrier ?? '' }]),
    ...(knows(compared?.carrier ?? null) ? [] : [{ key: 'b_carrier', value: compared?.carrier ?? '' }]),
  ]
  const [west, south, east, north] = province.bbox as unknown as BBox
  const { selection } = state
  const follows =
    selection.type === 'unit' && selection.unit_set !== toUnitSet(question, province, state.today)
  return {
    question: {
      ...question,
      ...(known ? {} : { carrier: openingQuestion.carrier }),
      ...(follows ? { unit_set: selection.unit_set } : {}),
    },
    ...(compared === null || knows(compared.carrier) ? {} : { compared: { ...compared, carrier: null } }),
    ...(unknown.length === 0
      ? {}
      : {
          ignored: [
            ...state.ignored,
            ...unknown.map((part) => ({ ...part, reason: 'no_such_carrier' as const })),
          ],
        }),
    camera_request:
      state.camera === null
        ? { key: 'province-0', type: 'bounds', bounds: [west, south, east, north] }
        : { key: 'address-0', type: 'position', ...state.camera },
  }
}
