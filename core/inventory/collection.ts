/** Which fields does a layer serve, in which unit? One list makes the schema, the catalogue and the types. */
import { Type, type Static, type TObject, type TSchema } from 'typebox'

export interface Field {
  readonly schema: TSchema
  readonly title: { readonly vi: string; readonly en: string }
  readonly unit?: string
}

export interface Collection<F extends Record<string, Field> = Record<string, Field>> {
  readonly id: string
  readonly title: { readonly vi: string; readonly en: string }
  readonly geometry: 'Point' | 'LineString' | 'Polygon' | 'Mixed'
  readonly fields: F
}

/** The properties of a feature of the collection. */
export type PropertiesOf<C extends Collection> = {
  -readonly [K in keyof C['fields']]: Static<C['fields'][K]['schema']>
}

export function defineCollection<const F extends Record<string, Field>>(
  collection: Collection<F>,
): Collection<F> {
  return collection
}

/** Schema of the properties of one feature. */
export function toPropertiesSchema(collection: Collection): TObject {
  return Type.Object(
    Object.fromEntries(Object.entries(collection.fields).map(([name, field]) => [name, field.schema])),
    { additionalProperties: false },
  )
}

/** A field of one of the values of a list. */
export function toEnum<const V extends readonly string[]>(values: V) {
  return Type.Enum([...values] as V[number][])
}

export function toNullable<S extends TSchema>(schema: S) {
  return Type.Union([schema, Type.Null()])
}

/** A value that is absent for readers who never see the column, and null where it is hidden for this row or not known. */
export function toHideable<S extends TSchema>(schema: S) {
  return Type.Optional(toNullable(schema))
}
