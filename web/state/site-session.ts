/** What is going on while one site is edited? The form with its steps, what was saved, what stands in the way. */
import { create } from 'zustand'
import type { ProposalRecord } from '../../core/api/proposals.ts'
import type { PositionCheck } from '../../core/api/site-edits.ts'
import type { LngLat } from '../../core/geo.ts'
import type { ApiProblem } from '../api.ts'
import { endStep, redoStep, startHistory, takeStep, undoStep, type FormHistory } from './form-history.ts'
import type { SiteMerge } from './site-conflict.ts'
import { emptyForm, listChangedPaths, type SiteForm, type SiteValues, type StationForm } from './site-form.ts'

/** A change that was saved here, by its entries in the history: the way back and forth. */
export interface SavedStep {
  readonly entry_id: number
}

export interface Conflict extends SiteMerge {
  readonly version: number
  readonly theirs_form: SiteForm
  readonly changed_by: string | null
  readonly changed_at: string | null
}

export interface SiteSession {
  readonly mode: 'update' | 'propose' | 'create'
  /** Null until it is created. */
  readonly site_id: number | null
  readonly version: number
  readonly can_hide: boolean
  /** As the server has it. */
  readonly base: SiteForm
  readonly history: FormHistory<SiteForm>
  readonly reason: string
  readonly step_m: 1 | 10 | 100
  readonly check: PositionCheck | null
  readonly status: 'editing' | 'saving'
  readonly problem: ApiProblem | null
  readonly saved: readonly SavedStep[]
  readonly undone: readonly SavedStep[]
  readonly conflict: Conflict | null
  /** Somebody else saved the same site meanwhile. */
  readonly is_stale: boolean
  readonly notice: 'none' | 'saved' | 'undone' | 'redone' | 'draft_found'
  readonly sent: ProposalRecord | null
}

export const closedSession: SiteSession = {
  mode: 'update',
  site_id: null,
  version: 0,
  can_hide: false,
  base: emptyForm,
  history: startHistory(emptyForm),
  reason: '',
  step_m: 10,
  check: null,
  status: 'editing',
  problem: null,
  saved: [],
  undone: [],
  conflict: null,
  is_stale: false,
  notice: 'none',
  sent: null,
}

export const useSiteSession = create<SiteSession>()(() => closedSession)

export function getForm({ history }: Pick<SiteSession, 'history'>): SiteForm {
  return history.present
}

export function isChanged(session: Pick<SiteSession, 'base' | 'history'>): boolean {
  return listChangedPaths(session.base, getForm(session)).length > 0
}

export function getPosition({ site }: SiteForm): LngLat | null {
  return site.lng === null || site.lat === null ? null : [site.lng, site.lat]
}

type Change = Partial<SiteSession>

function withForm(session: SiteSession, form: SiteForm, about: string): Change {
  return { history: takeStep(session.history, form, about), notice: 'none', problem: null }
}

export function changeFields(session: SiteSession, values: Partial<SiteValues>, about?: string): Change {
  const form = getForm(session)
  const step = about ?? Object.keys(values).join()
  return withForm(session, { ...form, site: { ...form.site, ...values } }, step)
}

/** To the 0.1 m that positions are kept to. */
export function movePosition(session: SiteSession, [lng, lat]: LngLat, about: string): Change {
  const round = (degrees: number) => Number(degrees.toFixed(6))
  return changeFields(session, { lng: round(lng), lat: round(lat) }, about)
}

export function changeStation(session: SiteSession, key: string, values: Partial<StationForm>): Change {
  const form = getForm(session)
  const stations = form.stations.map((station) => (station.key === key ? { ...station, ...values } : station))
  return withForm(session, { ...form, stations }, `${key} ${Object.keys(values).join()}`)
}

export function addStation(session: SiteSession, station: StationForm): Change {
  const form = getForm(session)
  return withForm(session, { ...form, stations: [...form.stations, station] }, `add ${station.key}`)
}

/** Only one that was never saved; others end, and stay in the record. */
export function removeStation(session: SiteSession, key: string): Change {
  const form = getForm(session)
  const stations = form.stations.filter((station) => station.key !== key || station.id !== null)
  return withForm(session, { ...form, stations }, `remove ${key}`)
}

export function endPresentStep(session: SiteSession): Change {
  return { history: endStep(session.history) }
}

export function undoInForm(session: SiteSession): Change {
  return { history: undoStep(session.history), notice: 'none' }
}

export function redoInForm(session: SiteSession): Change {
  return { history: redoStep(session.history), notice: 'none' }
}

/** What undo would take back now: a step in the form first, then a change that was saved. */
export function findUndo({ history, saved, base }: SiteSession): 'form' | 'saved' | 'nothing' {
  if (history.past.length > 0) return 'form'
  return saved.length > 0 && listChangedPaths(base, history.present).length === 0 ? 'saved' : 'nothing'
}

export function findRedo({ history, undone, base }: SiteSession): 'form' | 'saved' | 'nothing' {
  if (history.future.length > 0) return 'form'
  return undone.length > 0 && listChangedPaths(base, history.present).length === 0 ? 'saved' : 'nothing'
}
