/** How are plans of trial sites listed, opened, saved and put away? */
import { create } from 'zustand'
import type { PlanChanges, PlanRecord } from '../core/api/plans.ts'
import type { SiteCircle } from '../core/coverage/site-circle.ts'
import { ApiProblem, call } from './api.ts'
import { useApp } from './state/store.ts'
import { askQuestion } from './state/transitions.ts'

export interface PlansState {
  /** Null until they have come. */
  readonly plans: readonly PlanRecord[] | null
  readonly opened: PlanRecord | null
  readonly news: { readonly type: 'saved' | 'retired'; readonly name: string } | null
  readonly problem: ApiProblem | null
}

export const usePlans = create<PlansState>()(() => ({ plans: null, opened: null, news: null, problem: null }))

/** Texts of its own has what happens to plans. */
export function toPlanProblem({ code }: ApiProblem): 'not_found' | 'conflict' | null {
  if (code === 'plan_not_found') return 'not_found'
  return code === 'version_conflict' ? 'conflict' : null
}

export function loadPlans(): Promise<void> {
  return told(async () => ({ plans: (await call('listPlans')).plans }))
}

/** `with_sites`: its sites and its service instead of those on the map; `as_it_is`: the link says where they stand now. */
export function openPlan(id: number, how: 'with_sites' | 'as_it_is'): Promise<void> {
  return told(async () => {
    const { plan } = await call('getPlan', { params: { id } })
    if (how === 'with_sites') {
      useApp.setState((state) => ({
        ...askQuestion(state, { service: plan.service }),
        trial: plan.sites.map(toCircle),
        plan_id: plan.id,
      }))
    }
    return how === 'with_sites' ? { opened: plan, news: null } : { opened: plan }
  })
}

export interface PlanDraft {
  readonly name: string
  readonly note: string
  readonly visibility: PlanRecord['visibility']
}

/** @param changed the plan that is changed; null makes a new one */
export function savePlan({ name, note, visibility }: PlanDraft, changed: PlanRecord | null): Promise<void> {
  return told(async () => {
    const { trial, question } = useApp.getState()
    const body = {
      name,
      note: note.trim() === '' ? null : note,
      visibility,
      service: question.service as PlanRecord['service'],
      sites: trial.map(({ position: [lng, lat], radius_m }) => ({ lng, lat, radius_m })),
    }
    const { plan } = changed === null ? await call('createPlan', { body }) : await sendChanges(changed, body)
    // Known before the address names it, so that it is not fetched again.
    usePlans.setState({ opened: plan })
    useApp.setState({ plan_id: plan.id })
    await loadPlans()
    return { opened: plan, news: { type: 'saved', name: plan.name } }
  })
}

export function retirePlan(plan: PlanRecord): Promise<void> {
  return told(async () => {
    await sendChanges(plan, { retired: true })
    useApp.setState(({ plan_id }) => (plan_id === plan.id ? { plan_id: null } : {}))
    await loadPlans()
    return { opened: null, news: { type: 'retired', name: plan.name } }
  })
}

function sendChanges({ id, version }: PlanRecord, body: PlanChanges) {
  return call('updatePlan', { params: { id }, body, version })
}

function toCircle({ lng, lat, radius_m }: PlanRecord['sites'][number]): SiteCircle {
  return { position: [lng, lat], radius_m }
}

/** What comes of it is kept, and so is what was refused. */
async function told(work: () => Promise<Partial<PlansState>>): Promise<void> {
  usePlans.setState({ problem: null })
  try {
    usePlans.setState(await work())
  } catch (problem) {
    if (!(problem instanceof ApiProblem)) throw problem
    usePlans.setState({ problem })
  }
}
