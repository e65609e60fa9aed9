/** Every layer that can come or fail to come; the registry itself would bring the schemas along. */
import { nothingLoaded } from './data-slice.ts'
import type { LayerId } from '../../core/inventory/layers.ts'

export const layerIds = Object.keys(nothingLoaded.sources) as readonly LayerId[]
