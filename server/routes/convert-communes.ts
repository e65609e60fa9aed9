/** A list with old or new names of communes comes in and goes out with the others beside; nothing is kept of it. */
import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { convertCommunes } from '../../core/api/convert-communes.ts'
import { AppError } from '../../core/errors.ts'
import type { Context } from '../context.ts'
import { getKnown } from '../db/imports/known.ts'
import { convertCommunes as convert, type ConvertedFile } from '../import/convert-communes.ts'
import { createBuildLimit } from '../layers/build-limit.ts'
import { addRawEndpoint } from './add-endpoint.ts'
import { toDays } from './days.ts'

const bodyType = 'application/octet-stream'

const mediaTypes: Readonly<Record<ConvertedFile['format'], string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** In a scope of its own: nowhere else may a body be a file of any kind. */
export function addConvertCommunes(app: FastifyInstance, { as }: Context): void {
  // Anybody may ask: each is a workbook in memory.
  const limit = createBuildLimit({ running: 1, waiting: 10 })
  void app.register(async (scope) => {
    scope.addContentTypeParser(bodyType, (_request, payload, done) => done(null, payload))
    addRawEndpoint(scope, convertCommunes, async ({ actor, query }, request, reply) => {
      if (request.headers['content-type'] !== bodyType) {
        throw new AppError('body_unreadable', { expected: bodyType })
      }
      const known = await as(actor).transaction((client) => getKnown(client, toDays(undefined).today))
      const { file_name, direction, language = 'vi' } = query
      const converted = await limit.run(() =>
        convert(request.body as unknown as Readable, { file_name, direction, language, known }),
      )
      return send(reply, converted, file_name)
    })
  })
}

function send(reply: FastifyReply, { format, bytes, rows, doubtful }: ConvertedFile, file_name: string) {
  const base = file_name.replace(/\.[^.]*$/, '').replace(/[\p{C}\\/]/gu, '')
  const name = encodeURIComponent(`${base}-doi-chieu-xa.${format}`)
  return reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
    .header('x-rows', rows)
    .header('x-doubtful-rows', doubtful)
    .type(mediaTypes[format])
    .send(Buffer.from(bytes))
}
