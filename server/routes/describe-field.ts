/** What does the catalogue say of a field? */
import type { Field } from '../../core/inventory/collection.ts'

export interface FieldDescription {
  readonly name: string
  readonly title: { readonly vi: string; readonly en: string }
  /** JSON type; a list of values is told as `a | b`, a list of texts as `string[]`, with `| null` where it may be empty. */
  readonly type: string
  readonly unit: string | null
}

export function describeField(name: string, field: Field): FieldDescription {
  return { name, title: field.title, type: toTypeName(field.schema), unit: field.unit ?? null }
}

interface JsonSchema {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly anyOf?: readonly JsonSchema[]
  readonly items?: JsonSchema
}

function toTypeName(schema: JsonSchema): string {
  if (schema.anyOf !== undefined) return schema.anyOf.map(toTypeName).join(' | ')
  if (schema.enum !== undefined) return schema.enum.join(' | ')
  if (schema.items !== undefined) return `${toTypeName(schema.items)}[]`
  return schema.type ?? 'unknown'
}
