/** Which fields of a layer does a role ever get? The others are absent for it, in the features and in the catalogue. */
import { canReadColumn, type Role } from '../permissions.ts'
import type { Collection, Field } from './collection.ts'
import { layers, type LayerId } from './layers.ts'

/** Layers whose features differ from reader to reader. */
export const guardedLayers = ['sites', 'generator-sites'] as const satisfies readonly LayerId[]

export function isGuarded(id: LayerId): boolean {
  return guardedLayers.some((guarded) => guarded === id)
}

/** Name and field, in the order of the collection. */
export function listReadableFields(id: LayerId, role: Role): [string, Field][] {
  const { fields }: Collection = layers[id]
  return Object.entries(fields).filter(([name]) => !isGuarded(id) || canReadColumn(role, 'sites', name))
}
