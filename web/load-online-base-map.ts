/** Where does the optional online base map come from? Only from the address that the operator configured. */
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import { useApp } from './state/store.ts'

/** Without it the map keeps its own base map, which is always there. */
export async function loadOnlineBaseMap(url: string | null): Promise<void> {
  if (url === null) return
  try {
    const answer = await fetch(url, { credentials: 'omit' })
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`)
    useApp.setState({ online_base_map: (await answer.json()) as StyleSpecification })
  } catch (error) {
    console.warn(`The online base map ${url} cannot be used:`, error)
  }
}
