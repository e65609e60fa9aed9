/** How does an error reach the client? As `{ code, params, request_id }`, with one line in the log. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AppError, type ErrorCode } from '../../core/errors.ts'
import { toParameterError } from './parameter-errors.ts'
import { toShortText } from './short-text.ts'

const statuses: Readonly<Record<ErrorCode, number>> = {
  route_not_found: 404,
  layer_not_found: 404,
  site_not_found: 404,
  village_not_found: 404,
  unit_not_found: 404,
  unit_of_other_set: 404,
  carrier_not_found: 404,
  parameter_invalid: 400,
  parameter_unknown: 400,
  as_of_in_future: 400,
  query_too_long: 414,
  data_not_loaded: 503,
  database_unavailable: 503,
  too_busy: 503,
  internal: 500,
  not_signed_in: 401,
  not_allowed: 403,
  sign_in_failed: 401,
  sign_in_delayed: 429,
  password_change_required: 403,
  password_unfit: 422,
  csrf_token_invalid: 403,
  provider_failed: 502,
  body_too_large: 413,
  body_unreadable: 400,
  value_invalid: 422,
  version_required: 428,
  version_conflict: 412,
  import_not_found: 404,
  import_outdated: 409,
  import_changed_since: 409,
  import_not_open: 409,
  import_unfit: 422,
  import_busy: 409,
  confirmation_required: 409,
  plan_not_found: 404,
  position_outside: 422,
  position_swapped: 422,
  code_taken: 409,
  nothing_changed: 422,
  station_not_found: 404,
  proposal_not_found: 404,
  proposal_decided: 409,
  audit_entry_not_found: 404,
  not_restorable: 409,
  user_not_found: 404,
  username_taken: 409,
  last_admin: 409,
  session_not_found: 404,
  rows_invalid: 422,
  statement_repeated: 409,
  assignment_not_found: 404,
  assignment_withdrawn: 409,
  move_not_open: 409,
  technology_insufficient: 422,
  act_exists: 409,
  key_taken: 409,
  act_not_found: 404,
  duty_exists: 409,
  paper_not_owed: 404,
  challenge_not_found: 404,
  challenge_repeated: 409,
  answer_awaited: 409,
  upload_not_found: 404,
  upload_conflict: 409,
  file_not_found: 404,
  file_unfit: 422,
  file_too_large: 413,
  files_too_many: 409,
  file_not_withdrawable: 409,
  storage_full: 507,
  drive_test_unfit: 422,
  no_sample: 409,
}

const retryAfter_s = 5

export function addErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => sendError(error, request, reply))
  app.setNotFoundHandler((request, reply) => {
    const path = toShortText(request.url.split('?')[0] ?? '')
    return sendError(new AppError('route_not_found', { path }), request, reply)
  })
}

/** Also what the router refuses before a route is found: a path that cannot be decoded. */
export function sendError(error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = toAppError(error, request)
  const status = statuses[refusal.code]
  const { code, params } = refusal
  // One line for each refusal; only a bug shows its stack, and only here.
  if (refusal.code === 'internal') request.log.error({ err: error, url: toShortText(request.url) }, 'failed')
  else request.log.info({ status, code, params, url: toShortText(request.url) }, 'refused')
  if (status === 503) void reply.header('retry-after', retryAfter_s)
  if (status === 429) void reply.header('retry-after', Number(params['retry_after_s'] ?? retryAfter_s))
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ code, params, request_id: request.id }))
}

function toAppError(error: Error & Partial<FastifyError>, request: FastifyRequest): AppError {
  if (error instanceof AppError) return error
  if (error.validation !== undefined) return toParameterError(error, request)
  const ofBody = toBodyError(error, request)
  if (ofBody !== null) return ofBody
  const isRefusal = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
  return isRefusal
    ? new AppError('parameter_invalid', { field: 'path', value: toShortText(request.url), expected: 'url' })
    : new AppError('internal')
}

/** A body that is too long, or that is not what it says it is. */
function toBodyError({ code }: Partial<FastifyError>, request: FastifyRequest): AppError | null {
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new AppError('body_too_large', { longest: request.routeOptions.bodyLimit })
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new AppError('body_unreadable', { expected: 'application/json' })
    default:
      return null
  }
}
