/** How are villages and what is said of their coverage changed? */
import { Type } from 'typebox'
import { bases, services, statementStates } from '../coverage/states.ts'
import { toEnum } from '../inventory/collection.ts'
import { villageChanges, villageFields } from '../inventory/village-fields.ts'
import { defineEndpoint } from './endpoint.ts'
import { paths } from './paths.ts'
import { reason, recordId } from './site-edits.ts'

const day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', examples: ['2021-06-30'] })
const villageCode = Type.String({ minLength: 1, maxLength: 40, pattern: '^[0-9A-Za-zĐđ._/-]+$' })

/** Which document or report an edit follows, and the day it speaks of. */
const evidence = {
  source_code: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  observed_on: Type.Optional(day),
}

const saved = Type.Object({ id: Type.Integer(), version: Type.Integer(), entry_id: Type.Integer() })
const exampleSaved = { id: 700, version: 2, entry_id: 412 }

const newVillage = Type.Object(
  {
    ...Type.Partial(Type.Object(villageFields)).properties,
    code: villageCode,
    name: villageFields.name,
    kind: villageFields.kind,
  },
  { additionalProperties: false },
)

const rules =
  'A position outside the province is refused (`position_outside`), swapped axes too (`position_swapped`). The commune is that of the pin, ' +
  'else of the position, else the one stated; district and commune of 7/2025 follow.'

export const createVillage = defineEndpoint({
  method: 'POST',
  path: paths.createVillage,
  tag: 'edits',
  access: ['staff', 'admin'],
  summary: 'Create a village',
  description: `${rules} Without \`valid_from\` it is not said since when it exists.`,
  example: exampleSaved,
  body: Type.Object(
    { village: newVillage, valid_from: Type.Optional(day), ...evidence, reason },
    { additionalProperties: false },
  ),
  response: saved,
})

export const updateVillage = defineEndpoint({
  method: 'PATCH',
  path: paths.updateVillage,
  tag: 'edits',
  access: ['local', 'staff', 'admin'],
  needsVersion: true,
  summary: 'Change, move, rename or pin a village',
  description: `An UBND changes households, population and power of its own villages, nothing else. ${rules}`,
  example: exampleSaved,
  params: recordId,
  body: Type.Object({ changes: villageChanges, ...evidence, reason }, { additionalProperties: false }),
  response: saved,
})

export const mergeVillages = defineEndpoint({
  method: 'POST',
  path: paths.mergeVillages,
  tag: 'edits',
  access: ['staff', 'admin'],
  summary: 'Merge villages into a new one',
  description:
    'The merged villages end the day before `valid_from` and keep their statements; lineage leads to the new one. Without numbers given, ' +
    'households and people are summed.',
  example: exampleSaved,
  body: Type.Object(
    {
      villages: Type.Array(
        Type.Object(
          { id: recordId.properties.id, version: Type.Integer({ minimum: 1 }) },
          { additionalProperties: false },
        ),
        { minItems: 2, maxItems: 20 },
      ),
      into: newVillage,
      valid_from: day,
      ...evidence,
      reason,
    },
    { additionalProperties: false },
  ),
  response: saved,
})

export const splitVillage = defineEndpoint({
  method: 'POST',
  path: paths.splitVillage,
  tag: 'edits',
  access: ['staff', 'admin'],
  needsVersion: true,
  summary: 'Split a village into new ones',
  description:
    'The village ends the day before `valid_from` and keeps its statements; lineage leads to the new ones.',
  example: { entry_id: 413, villages: [{ id: 1446, code: '03124-21' }] },
  params: recordId,
  body: Type.Object(
    {
      into: Type.Array(newVillage, { minItems: 2, maxItems: 20 }),
      valid_from: day,
      ...evidence,
      reason,
    },
    { additionalProperties: false },
  ),
  response: Type.Object({
    entry_id: Type.Integer(),
    villages: Type.Array(Type.Object({ id: Type.Integer(), code: Type.String() })),
  }),
})

const statementFields = {
  service: toEnum(services),
  carrier_code: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }),
  basis: toEnum(bases),
  state: toEnum(statementStates),
  households_share: Type.Optional(
    Type.Number({ minimum: 0, maximum: 1, description: 'with `partial` only' }),
  ),
  observed_on: day,
  source_code: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  note: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
}

export const createStatement = defineEndpoint({
  method: 'POST',
  path: paths.createStatement,
  tag: 'edits',
  access: ['staff', 'admin'],
  summary: 'Enter what a carrier declares, what was measured or what the Sở verifies',
  description:
    'A statement is added and never rewrites another; entered wrongly, it is withdrawn by `restoreEntry`. 409 `statement_repeated` ' +
    'where the same is stated already, from whatever source.',
  example: { entry_id: 414, id: 15001 },
  params: recordId,
  body: Type.Object({ ...statementFields, reason }, { additionalProperties: false }),
  response: Type.Object({ entry_id: Type.Integer(), id: Type.Integer() }),
})
