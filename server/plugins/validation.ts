/** Does a request say what the contract asks for? Texts of a path or query become numbers; a body says what it means. */
import { AjvCompiler } from '@fastify/ajv-compiler'
import type { FastifyInstance } from 'fastify'

// A parameter that nobody declared is refused, not removed; `a=1&a=2` is not the text `1`.
const options = { removeAdditional: false } as const

/** In a body `null` would become 0 and `"false"` true: a field that is to be emptied would be filled. */
export function addValidation(app: FastifyInstance): void {
  const createCompiler = AjvCompiler()
  const compileBody = createCompiler({}, { customOptions: { ...options, coerceTypes: false } })
  const compileTexts = createCompiler({}, { customOptions: { ...options, coerceTypes: true } })
  app.setValidatorCompiler((route) => (route.httpPart === 'body' ? compileBody : compileTexts)(route))
}
