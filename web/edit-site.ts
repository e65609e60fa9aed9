/** How does an edit of a site travel? Opened, checked, saved, taken back; whatever goes wrong, what was typed stays. */
import type { BodyOf } from '../core/api/endpoint.ts'
import type { Endpoints } from '../core/api/endpoints.ts'
import type { SiteRecord } from '../core/api/records.ts'
import type { SiteWarning } from '../core/inventory/site-fields.ts'
import type { LngLat } from '../core/geo.ts'
import { ApiProblem, call } from './api.ts'
import { reloadLayers } from './load-layers.ts'
import { dropDraft, findDraft, keepDraft } from './state/drafts.ts'
import { stopEditing } from './state/edit-slice.ts'
import { startHistory, takeStep } from './state/form-history.ts'
import { mergeSite, settleMerge, type Choice } from './state/site-conflict.ts'
import { emptyForm, listChangedPaths, toForm, toSiteEdit, type SiteForm } from './state/site-form.ts'
import { closedSession, getForm, isChanged, useSiteSession, type SiteSession } from './state/site-session.ts'
import { useApp } from './state/store.ts'

/** What is kept of an edit that was not saved: the form, and the version that it began from. */
interface SiteDraft {
  readonly version: number
  readonly base: SiteForm
  readonly form: SiteForm
  readonly reason: string
}

type NewSite = BodyOf<Endpoints['createSite']>['site']

function toDraftKey(site_id: number | null): string {
  return `site:${site_id ?? 'new'}`
}

export function hasDraft(site_id: number | null): boolean {
  return findDraft<SiteDraft>(toDraftKey(site_id)) !== null
}

export function discardDraft(site_id: number | null): void {
  dropDraft(toDraftKey(site_id))
}

/** With the draft that was left behind, where there is one: it goes on from the version that it began with. */
export function openSession(record: SiteRecord): void {
  const draft = findDraft<SiteDraft>(toDraftKey(record.id))
  const base = draft?.base ?? toForm(record)
  const history = startHistory(base)
  useSiteSession.setState({
    ...closedSession,
    mode: record.may.includes('update') ? 'update' : 'propose',
    site_id: record.id,
    version: draft?.version ?? record.version ?? 0,
    can_hide: record.may.includes('set_visibility'),
    base,
    history: draft === null ? history : takeStep(history, draft.form, 'draft'),
    reason: draft?.reason ?? '',
    is_stale: draft !== null && draft.version !== record.version,
    notice: draft === null ? 'none' : 'draft_found',
  })
}

export function openNewSession(position: LngLat | null): void {
  const draft = findDraft<SiteDraft>(toDraftKey(null))
  const site = { ...emptyForm.site, lng: position?.[0] ?? null, lat: position?.[1] ?? null }
  const history = startHistory(emptyForm)
  useSiteSession.setState({
    ...closedSession,
    mode: 'create',
    can_hide: useApp.getState().session?.role === 'admin',
    history:
      draft !== null
        ? takeStep(history, draft.form, 'draft')
        : position === null
          ? history
          : takeStep(history, { ...emptyForm, site }, 'position'),
    reason: draft?.reason ?? '',
    notice: draft === null ? 'none' : 'draft_found',
  })
}

/** Every step is kept in this tab until it is saved or given up. Returns how to stop. */
export function keepDraftOfSession(): () => void {
  return useSiteSession.subscribe((session, before) => {
    if (session.history.present === before.history.present && session.reason === before.reason) return
    if (session.site_id !== before.site_id) return
    const key = toDraftKey(session.site_id)
    const { version, base, reason } = session
    if (isChanged(session)) keepDraft(key, { version, base, form: getForm(session), reason })
    else dropDraft(key)
  })
}

export function leave(): void {
  stopEditing()
  useSiteSession.setState(closedSession)
}

export function giveUp(): void {
  discardDraft(useSiteSession.getState().site_id)
  leave()
}

/** Saves, proposes or creates; resolves to true when it is done. */
export async function save(confirmed: readonly SiteWarning[]): Promise<boolean> {
  const session = useSiteSession.getState()
  useSiteSession.setState({ status: 'saving', problem: null })
  try {
    if (session.mode === 'propose') await propose(session, confirmed)
    else if (session.mode === 'create') await create(session, confirmed)
    else await update(session, confirmed)
    return true
  } catch (error) {
    await keepRefusal(error)
    return false
  }
}

function toBody(session: SiteSession, confirmed: readonly SiteWarning[]) {
  const reason = session.reason.trim()
  return { confirm: [...confirmed], ...(reason === '' ? {} : { reason }) }
}

async function update(session: SiteSession, confirmed: readonly SiteWarning[]): Promise<void> {
  const { site_id, version, base } = session
  if (site_id === null) return
  const { entry_id } = await call('updateSite', {
    params: { id: site_id },
    body: { ...toSiteEdit(base, getForm(session)), ...toBody(session, confirmed) },
    version,
  })
  discardDraft(site_id)
  await readAgain(site_id)
  useSiteSession.setState(({ saved }) => ({ saved: [...saved, { entry_id }], undone: [], notice: 'saved' }))
  await showSaved()
}

async function create(session: SiteSession, confirmed: readonly SiteWarning[]): Promise<void> {
  const form = getForm(session)
  const { changes, stations } = toSiteEdit(emptyForm, form)
  const { status, power_source } = form.site
  const { id } = await call('createSite', {
    // Code, name and position are asked for by the form; the server refuses what is missing by name.
    body: { site: { ...changes, status, power_source } as NewSite, stations, ...toBody(session, confirmed) },
  })
  discardDraft(null)
  leave()
  await showSaved()
  useApp.setState({ selection: { type: 'site', id } })
}

async function propose(session: SiteSession, confirmed: readonly SiteWarning[]): Promise<void> {
  const { site_id, version, base } = session
  if (site_id === null) return
  const { proposal } = await call('proposeSite', {
    params: { id: site_id },
    body: { ...toSiteEdit(base, getForm(session)), ...toBody(session, confirmed) },
    version,
  })
  discardDraft(site_id)
  leave()
  useSiteSession.setState({ sent: proposal })
  useApp.setState((state) => ({ refresh_count: state.refresh_count + 1 }))
}

/** What was refused is said, and nothing that was typed is lost; of a conflict both versions are shown. */
async function keepRefusal(error: unknown): Promise<void> {
  if (!(error instanceof ApiProblem)) {
    useSiteSession.setState({ status: 'editing' })
    throw error
  }
  if (error.code === 'version_conflict') await openConflict(error)
  else useSiteSession.setState({ problem: error })
  useSiteSession.setState({ status: 'editing' })
}

async function openConflict({ params }: ApiProblem): Promise<void> {
  const { site_id, base, history } = useSiteSession.getState()
  if (site_id === null) return
  try {
    const record = await readSite(site_id)
    const theirs_form = toForm(record)
    const toText = (value: unknown) => (typeof value === 'string' ? value : null)
    useSiteSession.setState({
      conflict: {
        ...mergeSite({ base, mine: history.present, theirs: theirs_form }),
        theirs_form,
        version: record.version ?? 0,
        changed_by: toText(params['changed_by']),
        changed_at: toText(params['changed_at']),
      },
    })
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    useSiteSession.setState({ problem: error })
  }
}

/** Goes on from the newest version, with what was chosen of both. */
export function settleConflict(choices: ReadonlyMap<string, Choice>): void {
  const { conflict } = useSiteSession.getState()
  if (conflict === null) return
  const history = startHistory(conflict.theirs_form)
  const settled = settleMerge(conflict, choices)
  const isTheirs = listChangedPaths(conflict.theirs_form, settled).length === 0
  useSiteSession.setState({
    base: conflict.theirs_form,
    version: conflict.version,
    history: isTheirs ? history : takeStep(history, settled, 'merge'),
    conflict: null,
    is_stale: false,
    problem: null,
    // What was saved before stands under the other one's change now: taking it back would take that along unseen.
    saved: [],
    undone: [],
  })
}

/** Takes back, or repeats, a change that was saved in this session: as a new change with its own entry. */
export async function restoreSaved(side: 'before' | 'after'): Promise<void> {
  const { saved, undone, version, site_id } = useSiteSession.getState()
  const step = side === 'before' ? saved.at(-1) : undone.at(-1)
  if (step === undefined || site_id === null) return
  useSiteSession.setState({ status: 'saving', problem: null })
  try {
    await call('restoreEntry', {
      params: { id: step.entry_id },
      body: { side, version },
    })
    await readAgain(site_id)
    useSiteSession.setState(
      side === 'before'
        ? { saved: saved.slice(0, -1), undone: [...undone, step], notice: 'undone' }
        : { saved: [...saved, step], undone: undone.slice(0, -1), notice: 'redone' },
    )
    await showSaved()
  } catch (error) {
    await keepRefusal(error)
  }
}

type Decision = BodyOf<Endpoints['decideProposal']>

/** Accepting changes the site; whatever is refused, the list is read again. */
export async function decide(id: number, decision: Decision): Promise<void> {
  const { record_version, ...rest } = decision
  const isChange = decision.decision === 'accept' && record_version !== undefined
  try {
    await call('decideProposal', { params: { id }, body: isChange ? { ...rest, record_version } : rest })
  } finally {
    await showSaved()
  }
}

/** Any version of the history becomes the record again, as a new change. */
export async function restoreVersion(options: {
  readonly entry_id: number
  readonly side: 'before' | 'after'
  readonly version: number
}): Promise<void> {
  const { entry_id, side, version } = options
  await call('restoreEntry', { params: { id: entry_id }, body: { side, version } })
  await showSaved()
}

/** The form begins anew from what the server has now. */
async function readAgain(site_id: number): Promise<void> {
  const record = await readSite(site_id)
  const base = toForm(record)
  useSiteSession.setState({
    base,
    version: record.version ?? 0,
    history: startHistory(base),
    reason: '',
    status: 'editing',
    is_stale: false,
  })
}

function readSite(id: number): Promise<SiteRecord> {
  return call('getSite', { params: { id } }) as Promise<SiteRecord>
}

async function showSaved(): Promise<void> {
  useApp.setState((state) => ({ refresh_count: state.refresh_count + 1 }))
  await reloadLayers(['sites', 'generator-sites'])
}

/** Has somebody else saved this site meanwhile? Said, never taken over. */
export async function lookForOthers(): Promise<void> {
  const { site_id, status } = useSiteSession.getState()
  if (site_id === null || status === 'saving') return
  try {
    const record = await readSite(site_id)
    const now = useSiteSession.getState()
    if (now.site_id === site_id && now.status === 'editing' && record.version !== now.version)
      useSiteSession.setState({ is_stale: true })
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
  }
}

/** As far as the history may be read. */
async function findLastAuthor(site_id: number): Promise<Readonly<Record<string, string>>> {
  try {
    const query = { noun: 'sites', noun_id: String(site_id), limit: 1 } as const
    const [last] = (await call('listAudit', { query })).entries
    return last === undefined ? {} : { changed_by: last.actor_name ?? last.actor, changed_at: last.at }
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    return {}
  }
}

/** The other one's version beside mine, before saving runs into it. */
export async function compareNow(): Promise<void> {
  const { site_id } = useSiteSession.getState()
  if (site_id === null) return
  await openConflict(new ApiProblem('version_conflict', await findLastAuthor(site_id)))
}
