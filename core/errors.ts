/** What can be expected to go wrong, and which facts does each case carry? Texts live in web/i18n and server/messages. */

export const errorCodes = [
  'route_not_found',
  'layer_not_found',
  'site_not_found',
  'village_not_found',
  'unit_not_found',
  'unit_of_other_set',
  'carrier_not_found',
  'parameter_invalid',
  'parameter_unknown',
  'as_of_in_future',
  'query_too_long',
  'data_not_loaded',
  'database_unavailable',
  'too_busy',
  'internal',
  'not_signed_in',
  'not_allowed',
  'sign_in_failed',
  'sign_in_delayed',
  'password_change_required',
  'password_unfit',
  'csrf_token_invalid',
  'provider_failed',
  'body_too_large',
  'body_unreadable',
  'value_invalid',
  'version_required',
  'version_conflict',
  'confirmation_required',
  'position_outside',
  'position_swapped',
  'code_taken',
  'nothing_changed',
  'station_not_found',
  'plan_not_found',
  'proposal_not_found',
  'proposal_decided',
  'audit_entry_not_found',
  'not_restorable',
  'user_not_found',
  'username_taken',
  'last_admin',
  'session_not_found',
  'rows_invalid',
  'statement_repeated',
  'assignment_not_found',
  'assignment_withdrawn',
  'move_not_open',
  'technology_insufficient',
  'act_exists',
  'key_taken',
  'act_not_found',
  'duty_exists',
  'paper_not_owed',
  'challenge_not_found',
  'challenge_repeated',
  'answer_awaited',
  'upload_not_found',
  'upload_conflict',
  'file_not_found',
  'file_unfit',
  'file_too_large',
  'files_too_many',
  'file_not_withdrawable',
  'storage_full',
  'drive_test_unfit',
  'import_not_found',
  'import_outdated',
  'import_changed_since',
  'import_not_open',
  'import_unfit',
  'import_busy',
  'no_sample',
] as const

export type ErrorCode = (typeof errorCodes)[number]

export type ErrorParams = Readonly<Record<string, string | number | boolean | null>>

/**
 * An error that a user can act on. `params` hold the field, the value as given and what would be right;
 * no translated text, so that each reader gets their own language.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly params: ErrorParams

  constructor(code: ErrorCode, params: ErrorParams = {}) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.params = params
  }
}

/** What a file of rows or features has wrong in one place. Rows count from 1 after the header. */
export interface Problem {
  readonly file: string
  readonly row: number | null
  readonly field: string | null
  readonly value: string | null
  readonly code: string
}
