import { describe, expect, it } from 'vitest'
import { toPropertiesSchema } from '../../../core/inventory/collection.ts'
import { layerIds, layers } from '../../../core/inventory/layers.ts'

describe.each(layerIds)('layer %s', (id) => {
  const { fields, ...layer } = layers[id]

  it('is registered under its own id', () => {
    expect(layer.id).toBe(id)
  })

  it('spells every property in snake_case, as its column', () => {
    for (const name of Object.keys(fields)) expect(name).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/)
  })

  it('has titles in both languages, in composed Vietnamese', () => {
    for (const { title } of [layer, ...Object.values(fields)]) {
      expect(title.en).not.toBe('')
      expect(title.vi).not.toBe('')
      expect(title.vi).toBe(title.vi.normalize('NFC'))
    }
  })

  it('names its unit in the property where it has one of length', () => {
    for (const [name, field] of Object.entries(fields)) {
      if ('unit' in field && field.unit === 'm') expect(name).toMatch(/_m$/)
    }
  })

  it('serves nothing beyond its fields', () => {
    const schema = toPropertiesSchema(layers[id])
    expect(schema).toMatchObject({ additionalProperties: false })
    expect(Object.keys(schema.properties)).toEqual(Object.keys(fields))
  })
})
