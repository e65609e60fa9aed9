import { describe, expect, it } from 'vitest'
import type { Endpoint } from '../../../core/api/endpoint.ts'
import { endpoints } from '../../../core/api/endpoints.ts'
import { methods, paths, type EndpointName } from '../../../core/api/paths.ts'

const all = Object.entries(endpoints) as [EndpointName, Endpoint][]
const withQuery = all.filter(([, endpoint]) => endpoint.query !== undefined)

describe('the API contract', () => {
  it('has an endpoint for every path and a path for every endpoint', () => {
    expect(Object.fromEntries(all.map(([name, { path }]) => [name, path]))).toEqual(paths)
  })

  it('uses no method and path twice, and says of each which method it is', () => {
    expect(new Set(all.map(([, { method, path }]) => `${method} ${path}`)).size).toBe(all.length)
    for (const [name, { method, path }] of all) {
      expect(path).toBe(paths[name])
      expect(methods[name] ?? 'GET').toBe(method)
    }
  })

  it.each(all)('%s declares the parameters of its path and no others', (_, endpoint) => {
    const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1])
    expect(Object.keys(endpoint.params?.properties ?? {})).toEqual(inPath)
  })

  it.each(withQuery)('%s refuses query parameters that it does not know', (_, endpoint) => {
    expect(endpoint.query).toMatchObject({ additionalProperties: false })
  })

  it.each(all)('%s says what it answers', (_, endpoint) => {
    expect(endpoint.summary.length).toBeGreaterThan(10)
  })
})
