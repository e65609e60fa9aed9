/** Does what the address asks for exist? What can only be known once data are there: units of the sets, days of the history. */
import type { UnitSet } from '../core/coverage/question.ts'
import type { AdminUnit } from '../core/inventory/admin-units.ts'
import { explainCode, type CodeExplanation } from '../core/units/explain-code.ts'
import { ApiProblem, call } from './api.ts'
import { loadLayer } from './load-layers.ts'
import type { IgnoredPart } from './state/address/address-part.ts'
import { isSameSelection, nothingSelected, type Selection } from './state/selection.ts'
import { useApp, type AppState } from './state/store.ts'
import { askQuestion, select } from './state/transitions.ts'
import { getUnitFeatures, layerOfSet } from './state/units.ts'

/** Once the page has opened, and whenever the address changes by itself. */
export async function checkAddress(): Promise<void> {
  await Promise.all([checkDay(), checkUnit()])
}

/** A day before anything was known shows the first day of which something is. */
async function checkDay(): Promise<void> {
  const { question, observed_days } = useApp.getState()
  const [observed] = observed_days
  const asked = question.as_of
  if (asked === null || observed === undefined || asked >= observed) return
  const first = await findFirstDay(observed)
  if (asked >= first || useApp.getState().question.as_of !== asked) return
  useApp.setState((state) => ({
    ...askQuestion(state, { as_of: first }),
    ...withIgnored(state, { key: 'as_of', value: asked, reason: 'before_history', instead: first }),
  }))
}

/** Stations may have gone on air before the first statement, as far as the reader may know of their days. */
async function findFirstDay(observed: string): Promise<string> {
  try {
    const { months } = await call('listStationMonths')
    const months_first = months.map(({ month }) => `${month}-01`).sort()[0]
    return months_first !== undefined && months_first < observed ? months_first : observed
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    return observed
  }
}

async function checkUnit(): Promise<void> {
  const { selection } = useApp.getState()
  if (selection.type !== 'unit') return
  const own = await listUnits([selection.unit_set])
  if (own === null || own.some(({ code }) => code === selection.code)) return
  const all = await listUnits(['province', 'district', 'commune', 'commune-2025'])
  if (all === null || !isStillSelected(selection)) return
  useApp.setState((state) =>
    showMeaning(state, explainCode({ code: selection.code, asked: selection.unit_set }, all)),
  )
}

type ListedUnit = AdminUnit & { readonly unit_set: UnitSet }

/** Null where a layer could not be loaded, which is said elsewhere. */
async function listUnits(unit_sets: readonly UnitSet[]): Promise<ListedUnit[] | null> {
  const collections = await Promise.all(unit_sets.map((unit_set) => loadLayer(layerOfSet[unit_set])))
  if (collections.includes(null)) return null
  return collections.flatMap((collection, index) =>
    getUnitFeatures(collection).map(({ properties }) => ({ ...properties, unit_set: unit_sets[index]! })),
  )
}

type UnitSelection = Extract<Selection, { type: 'unit' }>

function isStillSelected(selection: UnitSelection): boolean {
  return isSameSelection(useApp.getState().selection, selection)
}

/** The nearest thing to what was asked for, and why it is not that. */
function showMeaning(state: AppState, meaning: CodeExplanation<ListedUnit>): Partial<AppState> {
  const ignore = (part: Pick<IgnoredPart, 'reason' | 'units'>) =>
    withIgnored(state, { key: 'selected', value: meaning.code, ...part })
  if (meaning.type === 'found') return {}
  if (meaning.type === 'unknown') {
    return { ...select(state, nothingSelected), ...ignore({ reason: 'no_such_unit' }) }
  }
  const { unit, successor } = meaning.succession
  if (meaning.asked === 'commune-2025' && successor !== null) {
    return {
      ...select(state, toSelection(successor)),
      ...ignore({ reason: 'merged_unit', units: [unit, successor] }),
    }
  }
  return { ...select(state, toSelection(unit)), ...ignore({ reason: 'other_set', units: [unit] }) }
}

function toSelection({ unit_set, code }: ListedUnit): Selection {
  return { type: 'unit', unit_set, code }
}

function withIgnored({ ignored }: AppState, part: IgnoredPart): Partial<AppState> {
  return { ignored: [...ignored, part] }
}
