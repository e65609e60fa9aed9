import { Type } from 'typebox'
import { expect, it } from 'vitest'
import { toEnum, toNullable } from '../../../core/inventory/collection.ts'
import { describeField } from '../../../server/routes/describe-field.ts'

const title = { vi: 'Tên', en: 'Name' }

it.each([
  [Type.String(), 'string'],
  [Type.Integer(), 'integer'],
  [toNullable(Type.Number()), 'number | null'],
  [toEnum(['a', 'b']), 'a | b'],
  [toNullable(toEnum(['a', 'b'])), 'a | b | null'],
  [Type.Array(Type.String()), 'string[]'],
])('tells the type of a field: %j is %s', (schema, type) => {
  expect(describeField('field', { schema, title })).toEqual({ name: 'field', title, type, unit: null })
})

it('tells the unit', () => {
  expect(describeField('mast_height_m', { schema: Type.Number(), title, unit: 'm' }).unit).toBe('m')
})
