/** What is wrong with a parameter that its schema refuses? */
import type { FastifyError, FastifyRequest, FastifySchemaValidationError } from 'fastify'
import { AppError } from '../../core/errors.ts'
import { toShortText } from './short-text.ts'

export function toParameterError(error: Partial<FastifyError>, request: FastifyRequest): AppError {
  const problem = error.validation?.[0]
  if (problem === undefined) return new AppError('parameter_invalid')
  const { keyword, params } = problem
  if (keyword === 'additionalProperties') {
    return new AppError('parameter_unknown', { field: toShortText(String(params['additionalProperty'])) })
  }
  const path = problem.instancePath.split('/').slice(1)
  const field = [...path, ...(keyword === 'required' ? [String(params['missingProperty'])] : [])].join('.')
  const value = findGiven(error, request, field)
  return new AppError('parameter_invalid', {
    field,
    value: value === undefined ? null : toShortText(String(value)),
    expected: toExpected(problem),
  })
}

/** What was given for it; of a body that is not repeated, because it may be a password. */
function findGiven(
  { validationContext }: Partial<FastifyError>,
  request: FastifyRequest,
  field: string,
): unknown {
  if (validationContext === 'body') return undefined
  return ((validationContext === 'params' ? request.params : request.query) as Record<string, unknown>)[field]
}

/** The rule that was broken, as a fact: the values there are, a type, a bound, a pattern. */
function toExpected({ keyword, params, message }: FastifySchemaValidationError): string {
  switch (keyword) {
    case 'enum':
      return (params['allowedValues'] as string[]).join(' | ')
    case 'type':
      return String(params['type'])
    case 'pattern':
      return String(params['pattern'])
    case 'required':
      return 'required'
    case 'minimum':
    case 'maximum':
      return `${String(params['comparison'])} ${String(params['limit'])}`
    case 'minLength':
      return `at least ${String(params['limit'])} characters`
    case 'maxLength':
      return `at most ${String(params['limit'])} characters`
    default:
      return message ?? keyword
  }
}
