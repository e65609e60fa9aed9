/** What does the daily mail say in English? */
import type { Milestone } from '../core/alerts/kinds.ts'
import type { MailMessages } from './messages-mail-vi.ts'

const milestones: Readonly<Record<Milestone, string>> = { built: 'mast', on_air: 'on air' }

export const mailEn: MailMessages = {
  subject: (count, day) => `Telecom infrastructure map: ${count} alert${count === 1 ? '' : 's'}, ${day}`,
  intro: (day) => `Alerts up to ${day}:`,
  sample: 'These are sample data, not real figures.',
  kinds: {
    deadline: 'Deadline near',
    overdue: 'Overdue',
    promise_passed: 'The day that the carrier promised is past',
    returned: 'Returned by the Department',
    accepted: 'Accepted by the Department',
    asked: 'The Department asks the People’s Committee',
    power: 'Grid power has reached what waited for it',
    certificate: 'Certificate runs out or has run out',
    challenge: 'Reports against coverage',
    answer_due: 'Answer to a report',
  },
  due: ({ milestone, day }) => `${milestones[milestone ?? 'on_air']} by ${day}`,
  promised: ({ milestone, day }) => `${milestones[milestone ?? 'on_air']} promised for ${day}`,
  expires: ({ days, day }) => (days === 0 ? `ran out on ${day}` : `runs out on ${day}`),
  answer: ({ days, day }) => (days === 0 ? `was to be answered by ${day}` : `to be answered by ${day}`),
  challenge: {
    filed: 'new, the Department looks at it',
    routed: 'sent to the carrier, which has to answer',
    answered: 'answered by the carrier, the Department decides',
    decided: 'decided by the Department',
    dismissed: 'dismissed: nothing can be said for certain',
    rejected: 'not taken up by the Department',
    merged: 'merged into another report',
  },
  reason: (text) => `reason: ${text}`,
  generator: 'site on generator power',
  more: (count) => `… and ${count} more`,
  choose: 'See all of them, choose kinds, change the address or stop the mails',
  daily: 'At most one mail a day, sent automatically; please do not reply.',
}
