/** Texts of what is still to be sent, in English. */
import type { TranslationOf } from './i18n.ts'
import type { outboxVi } from './outbox-vi.ts'

export const outboxEn: TranslationOf<typeof outboxVi> = {
  title: 'Not sent yet',
  reports_one: '{{n}} report',
  reports_other: '{{n}} reports',
  files_one: '{{n}} file',
  files_other: '{{n}} files',
  count: '{{what}} not sent yet',
  badge: '{{what}} not sent yet: show the list',
  send_now: 'Send now',
  waiting: {
    away: 'No network. They are sent when it is back; closing the browser loses nothing.',
    'sign in': 'The session has ended. Sign in again to send; nothing is lost.',
    sending: 'Sending…',
    problem: 'Something has to be looked at before it is sent.',
  },
  list: 'What is not sent yet',
  report: '{{move}}: {{name}}',
  file: '{{file}}: {{name}}',
  written: 'written {{when}}',
  sent_part: '{{share}} sent',
  waits: 'waiting',
  look: 'Show the village',
  look_of: 'Show {{name}}',
  change: 'Change and send again',
  send_again: 'Send again',
  discard: 'Discard',
  discard_of: 'Discard: {{what}}',
  discard_sure: 'Discard for good? It cannot be brought back.',
  discard_yes: 'Discard for good',
  discard_no: 'Keep',
  attach: {
    label: 'Photos, measurements, documents (optional)',
    hint: 'Take or choose several. They lie on this machine until the server has them.',
    chosen: '{{name}}, {{size}} MB',
    remove: 'Remove {{name}}',
  },
  problems: {
    version_conflict: 'Somebody has just changed the progress of this village. Look at it, then send again.',
    move_not_open: 'This step is not open from the present state. Look at the village, change or discard.',
    key_taken: 'The key was used for something else. Change and send again.',
  },
  kept_list: 'No network. The list as of {{when}}; the map and earlier steps are not shown.',
  leaving: {
    text: '{{what}} not sent yet. They stay on this machine and are sent only when you sign in here again.',
    leave: 'Sign out anyway',
    stay: 'Stay',
  },
}
