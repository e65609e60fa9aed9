/** Which plans are kept, and how is what is on the map kept as one? For those with an account; the others share by link. */
import { useEffect } from 'react'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useProblemText } from '../../hooks/use-problem-text.ts'
import { can } from '../../../core/permissions.ts'
import { getRole, isSignedIn } from '../../state/session-slice.ts'
import { useApp } from '../../state/store.ts'
import { loadPlans, openPlan, retirePlan, toPlanProblem, usePlans } from '../../plans.ts'
import type { PlanRecord } from '../../../core/api/plans.ts'
import { PlanForm } from './plan-form.tsx'

export function PlansSection() {
  const { p } = usePartWords('circles')
  const signedIn = useApp(isSignedIn)
  const mayPlan = useApp((state) => can(getRole(state), 'create', 'plans'))
  const plan_id = useApp((state) => state.plan_id)
  const user = useApp((state) => state.session?.username ?? null)
  useEffect(() => {
    if (user !== null) void loadPlans()
  }, [user])
  useOpeningPlan(plan_id)
  return (
    <section className="plans" aria-label={p('plan.heading')}>
      <h3>{p('plan.heading')}</h3>
      <PlanNews />
      {!signedIn && (
        <p className="note">
          {p('plan.sign_in')}{' '}
          <button type="button" className="text-button" onClick={() => useApp.setState({ page: 'sign-in' })}>
            {p('plan.sign_in_button')}
          </button>
        </p>
      )}
      {mayPlan && <PlanForm />}
      {signedIn && <PlanList />}
    </section>
  )
}

/** A link that names a plan and no trial sites: those of the plan. */
function useOpeningPlan(plan_id: number | null): void {
  useEffect(() => {
    if (plan_id === null || usePlans.getState().opened?.id === plan_id) return
    void openPlan(plan_id, useApp.getState().trial.length === 0 ? 'with_sites' : 'as_it_is')
  }, [plan_id])
}

function PlanNews() {
  const { p } = usePartWords('circles')
  const toText = useProblemText()
  const { news, problem } = usePlans()
  if (problem !== null) {
    const known = toPlanProblem(problem)
    return (
      <p className="form-problem" role="alert">
        {known === null ? toText(problem) : p(`plan.${known}`)}
      </p>
    )
  }
  return <p role="status">{news === null ? '' : p(`plan.${news.type}`, { name: news.name })}</p>
}

function PlanList() {
  const { p } = usePartWords('circles')
  const plans = usePlans((state) => state.plans)
  if (plans === null) return <span className="skeleton skeleton-line" />
  if (plans.length === 0) return <p className="note">{p('plan.none')}</p>
  return (
    <ul className="plan-list">
      {plans.map((plan) => (
        <PlanItem key={plan.id} plan={plan} />
      ))}
    </ul>
  )
}

function PlanItem({ plan }: { readonly plan: PlanRecord }) {
  const { p, formats } = usePartWords('circles')
  const isOpen = useApp((state) => state.plan_id === plan.id)
  const owner = plan.is_own ? p('plan.mine') : (plan.owner ?? p('plan.is_shared'))
  return (
    <li>
      <div>
        <strong>{plan.name}</strong>{' '}
        <span className="chip">{p(plan.visibility === 'shared' ? 'plan.is_shared' : 'plan.is_private')}</span>
        <p className="soft">
          {p('plan.item', {
            n: formats.integer(plan.sites.length),
            owner,
            date: formats.date(plan.changed_at),
          })}
        </p>
      </div>
      <div className="row-actions">
        <button
          type="button"
          className="text-button"
          aria-label={`${p(isOpen ? 'plan.opened' : 'plan.open')}: ${plan.name}`}
          aria-current={isOpen}
          onClick={() => void openPlan(plan.id, 'with_sites')}
        >
          {p(isOpen ? 'plan.opened' : 'plan.open')}
        </button>
        {plan.is_own && (
          <button
            type="button"
            className="text-button"
            aria-label={p('plan.retire_name', { name: plan.name })}
            onClick={() => void retirePlan(plan)}
          >
            {p('plan.retire')}
          </button>
        )}
      </div>
    </li>
  )
}
