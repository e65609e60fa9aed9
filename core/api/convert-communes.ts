/** How does somebody get a whole list with the new names and codes of its communes, or with the old ones? */
import { Type } from 'typebox'
import { convertDirections } from '../import/convert/convert-unit.ts'
import { toEnum } from '../inventory/collection.ts'
import { defineEndpoint } from './endpoint.ts'
import { paths } from './paths.ts'

export const convertCommunes = defineEndpoint({
  method: 'POST',
  path: paths.convertCommunes,
  tag: 'records',
  bodyLimit_bytes: 16_000_000,
  summary: 'The same list with the communes of before or since 7/2025 beside its own',
  description:
    'The body is the file as it is (`application/octet-stream`): xlsx, csv or a file of features. It comes back as xlsx (csv for ' +
    'csv) with columns added at the right: name, code, how it was found, and for doubtful rows every choice. Nothing is stored. ' +
    '`x-rows` and `x-doubtful-rows` count. 422 `import_unfit` with `fault` for a file that cannot be read or names no communes.',
  example: 'PK\u0003\u0004…',
  query: Type.Object(
    {
      file_name: Type.String({ minLength: 1, maxLength: 255 }),
      direction: toEnum(convertDirections),
      language: Type.Optional(toEnum(['vi', 'en'] as const)),
    },
    { additionalProperties: false },
  ),
  response: Type.String(),
  contentType: 'application/octet-stream',
})
