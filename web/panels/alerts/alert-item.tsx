/** What is one told, and where does it lead? To the assigned village, the site whose certificate it is, or the reports. */
import type { AlertRecord } from '../../../core/api/alerts.ts'
import { usePartWords, type PartWords } from '../../hooks/use-part-words.ts'
import { useRole } from '../../hooks/use-role.ts'
import { openingAssigned } from '../../state/assigned-view.ts'
import { useApp } from '../../state/store.ts'
import { select } from '../../state/transitions.ts'
import { showVillage } from '../assigned/change-assigned.ts'
import { markRead } from './use-alerts.ts'

export function AlertItem({ alert }: { readonly alert: AlertRecord }) {
  const words = usePartWords('alerts')
  const { p } = words
  const carriers = useApp((state) => state.province?.carriers)
  const isOwn = useRole() === 'carrier'
  const { carrier_code, read_at, is_settled } = alert
  const carrier = carriers?.find(({ code }) => code === carrier_code)?.name ?? carrier_code
  const said = [isOwn ? null : carrier, ...listSaid(alert, words)].filter((part) => part !== null)
  return (
    <li>
      <button
        type="button"
        className="alert-item"
        data-unread={read_at === null}
        onClick={() => {
          open(alert)
          // What is opened has been read; where that cannot be written down now, it stays unread.
          if (read_at === null) void markRead({ ids: [alert.id] }).catch(() => undefined)
        }}
      >
        <span className="alert-place">
          <strong>{toPlace(alert)}</strong>
          {read_at === null && <span className="alert-new">{p('is_new')}</span>}
          {is_settled && <span className="soft">{p('settled')}</span>}
        </span>
        {said.length > 0 && <span className="soft">{said.join(' · ')}</span>}
      </button>
    </li>
  )
}

function toPlace({ village_name, commune_name, site_name, technology }: AlertRecord): string {
  if (site_name !== null) return [site_name, technology?.toUpperCase()].filter(Boolean).join(', ')
  return [village_name, commune_name].filter(Boolean).join(', ')
}

function listSaid(alert: AlertRecord, { p, formats }: PartWords<'alerts'>): string[] {
  const { kind, milestone, days, due_on, reason, power_source, challenge_state } = alert
  const lines: string[] = []
  if (due_on !== null) {
    const date = formats.date(due_on)
    if (kind === 'certificate') lines.push(p(days === 0 ? 'said.expired' : 'said.expires', { date }))
    else if (kind === 'answer_due')
      lines.push(p(days === 0 ? 'said.answer_late' : 'said.answer_due', { date }))
    else if (kind === 'promise_passed') lines.push(p(`said.promised_${milestone ?? 'on_air'}`, { date }))
    else lines.push(p(`said.due_${milestone ?? 'on_air'}`, { date }))
  }
  if (challenge_state !== null) lines.push(p(`said.${challenge_state}`))
  if (power_source === 'generator') lines.push(p('said.generator'))
  if (reason !== null) lines.push(p('said.reason', { reason }))
  return lines
}

function open({ assignment_id, challenge_id, village_id, site_id }: AlertRecord): void {
  if (challenge_id !== null) {
    useApp.setState({ page: 'challenges' })
    return
  }
  if (site_id !== null) {
    useApp.setState((state) => ({ ...select(state, { type: 'site', id: site_id }), page: 'map' }))
    return
  }
  showVillage({ village_id })
  useApp.setState({ page: 'assigned', assigned: { ...openingAssigned, opened_id: assignment_id } })
}
