/** How is a refusal said, in English, that anybody may meet? Keys are codes of core/errors.ts; the rest come later. */
import type { Translation } from './i18n.ts'

export const errorsEn: Translation['errors'] = {
  route_not_found: 'The server has no such address.',
  layer_not_found: 'There is no such layer.',
  site_not_found: 'There is no such site, or it is not public.',
  village_not_found: 'There is no such village.',
  unit_not_found: 'There is no administrative unit with this code.',
  unit_of_other_set: 'This code belongs to the other set of administrative units.',
  carrier_not_found: 'There is no such carrier.',
  parameter_invalid: 'The server did not understand a value that was sent.',
  parameter_unknown: 'The server does not know a parameter that was sent.',
  as_of_in_future: 'The as-of day lies in the future.',
  query_too_long: 'The search text is too long.',
  data_not_loaded: 'The server runs but holds no data yet.',
  database_unavailable: 'The database does not answer at the moment.',
  too_busy: 'The server is busy. Try again in a few minutes.',
  internal: 'The server failed. The failure has been recorded.',
  not_signed_in: 'Not signed in, or the session has ended. Sign in again and go on.',
  not_allowed: 'This account may not do that.',
  plan_not_found: 'There is no such plan, or its owner has not shared it.',
  assignment_not_found: 'There is no such assigned village.',
  file_not_found: 'There is no such file, or it was taken back.',
  network: 'The server cannot be reached. Check the network, or the server is off.',
  timeout: 'The server took too long to answer.',
  unreadable: 'The server answered in an unexpected form.',
  storage:
    'The browser could not keep it on this machine: no room, or not allowed. Make room, or send fewer files.',
  engine: 'The part of the page that counts did not start. Reload the page.',
}
