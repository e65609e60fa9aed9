/** What is the site or route called that is supposed to fail? */
import { useEffect } from 'react'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { loadLayer } from '../../load-layers.ts'
import type { Failing } from '../../state/failing.ts'
import { useApp } from '../../state/store.ts'

export function useFailingName(): (failing: Failing) => string {
  const { p } = usePartWords('flags')
  const sites = useApp((state) => state.sources.sites)
  const routes = useApp((state) => state.sources['cable-routes'])
  useEffect(() => {
    void loadLayer('sites')
    void loadLayer('cable-routes')
  }, [])
  return ({ type, id }) => {
    const layer = type === 'site' ? sites : routes
    if (layer === null) return '…'
    const found = layer.features.find((feature) => feature.id === id)?.properties
    const kind = type === 'site' ? 'site' : 'route'
    if (found == null) return p(`fails.unknown_${kind}`, { id })
    const { name, code } = found as { readonly name: string; readonly code: string }
    return p(`fails.${kind}`, { name: `${name} (${code})` })
  }
}
