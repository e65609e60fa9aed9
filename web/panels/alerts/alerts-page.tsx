/** What was I told of, day by day, and where do I want to be told? */
import './alerts.css'
import type { AlertRecord } from '../../../core/api/alerts.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useAlertCount } from '../../state/alert-count.ts'
import { toAlertDays } from '../../state/alert-days.ts'
import { ListProblem } from '../list-problem.tsx'
import { PageFrame } from '../page-frame.tsx'
import { AlertChoicesForm } from './alert-choices-form.tsx'
import { AlertItem } from './alert-item.tsx'
import { useAlerts, type Alerts } from './use-alerts.ts'

export function AlertsPage() {
  const { p } = usePartWords('alerts')
  const told = useAlerts()
  return (
    <PageFrame title={p('title')}>
      {told.problem !== null && <ListProblem problem={told.problem} onRetry={told.retry} />}
      {told.alerts === null && told.problem === null && (
        <span className="skeleton skeleton-block" role="status" aria-busy="true" aria-label={p('loading')} />
      )}
      {told.alerts !== null && <List {...told} alerts={told.alerts} />}
      <AlertChoicesForm />
    </PageFrame>
  )
}

interface ListProps extends Pick<Alerts, 'has_more' | 'showMore' | 'markAll'> {
  readonly alerts: readonly AlertRecord[]
}

function List({ alerts, has_more, showMore, markAll }: ListProps) {
  const { p, formats } = usePartWords('alerts')
  const unread = useAlertCount((state) => state.unread) ?? 0
  if (alerts.length === 0) return <p>{p('empty')}</p>
  return (
    <>
      <div className="alerts-head">
        <p role="status">{unread === 0 ? p('all_read') : p('unread', { n: formats.integer(unread) })}</p>
        {unread > 0 && (
          <button type="button" className="plain-button" onClick={() => void markAll()}>
            {p('mark_all')}
          </button>
        )}
      </div>
      <Days alerts={alerts} />
      {has_more && (
        <button type="button" className="text-button" onClick={showMore}>
          {p('more')}
        </button>
      )}
    </>
  )
}

/** More of one kind on one day are folded together. */
const mostOpen = 4

function Days({ alerts }: { readonly alerts: readonly AlertRecord[] }) {
  const { p, formats } = usePartWords('alerts')
  return toAlertDays(alerts).map(({ day, kinds }) => (
    <section key={day} className="alert-day" aria-label={formats.date(day)}>
      <h3>{formats.date(day)}</h3>
      {kinds.map(({ kind, alerts: ofKind }) => {
        const heading = p('of_kind', { kind: p(`kinds.${kind}`), n: formats.integer(ofKind.length) })
        const items = (
          <ul className="alert-list">
            {ofKind.map((alert) => (
              <AlertItem key={alert.id} alert={alert} />
            ))}
          </ul>
        )
        return ofKind.length > mostOpen ? (
          <details key={kind} className="alert-kind">
            <summary>{heading}</summary>
            {items}
          </details>
        ) : (
          <div key={kind} className="alert-kind">
            <h4>{ofKind.length === 1 ? p(`kinds.${kind}`) : heading}</h4>
            {items}
          </div>
        )
      })}
    </section>
  ))
}
