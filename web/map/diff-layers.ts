/** What has to change on the map so that it looks as asked? Only the properties that differ are set. */
import type { FilterSpecification, LayerSpecification } from 'maplibre-gl'

export type LayerChange =
  | { readonly type: 'paint' | 'layout'; readonly id: string; readonly name: string; readonly value: unknown }
  | { readonly type: 'filter'; readonly id: string; readonly filter: FilterSpecification | null }
  | { readonly type: 'zoom'; readonly id: string; readonly minzoom: number; readonly maxzoom: number }

/** Both lists hold the same layers in the same order; one that is missing in `before` is left alone. */
export function diffLayers(
  before: readonly LayerSpecification[],
  after: readonly LayerSpecification[],
): LayerChange[] {
  const beforeById = new Map(before.map((layer) => [layer.id, layer]))
  return after.flatMap((layer) => {
    const old = beforeById.get(layer.id)
    return old === undefined ? [] : diffLayer(old, layer)
  })
}

function diffLayer(before: LayerSpecification, after: LayerSpecification): LayerChange[] {
  const { id } = after
  const changes: LayerChange[] = [
    ...diffProperties(before.paint, after.paint).map(({ name, value }) => ({
      type: 'paint' as const,
      id,
      name,
      value,
    })),
    ...diffProperties(before.layout, after.layout).map(({ name, value }) => ({
      type: 'layout' as const,
      id,
      name,
      value,
    })),
  ]
  const [oldFilter, filter] = [toFilter(before), toFilter(after)]
  if (!isSame(oldFilter, filter)) changes.push({ type: 'filter', id, filter })
  if (before.minzoom !== after.minzoom || before.maxzoom !== after.maxzoom)
    changes.push({ type: 'zoom', id, minzoom: after.minzoom ?? 0, maxzoom: after.maxzoom ?? 24 })
  return changes
}

function diffProperties(before: object = {}, after: object = {}): { name: string; value: unknown }[] {
  const old = before as Readonly<Record<string, unknown>>
  const names = new Set([...Object.keys(old), ...Object.keys(after)])
  return [...names].flatMap((name) => {
    const value = (after as Readonly<Record<string, unknown>>)[name]
    return isSame(old[name], value) ? [] : [{ name, value }]
  })
}

function toFilter(layer: LayerSpecification): FilterSpecification | null {
  return ('filter' in layer ? layer.filter : undefined) ?? null
}

// Values are plain JSON whose keys are always written in the same order.
function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
