/** What is known of a cable route? */
import type { CableRoute } from '../../core/inventory/cable-routes.ts'
import { usePartWords, type PartWords } from '../hooks/use-part-words.ts'
import { useApp } from '../state/store.ts'
import { CarrierMark } from './carrier-mark.tsx'
import { Facts, type Fact } from './facts.tsx'
import { FailButtonPlace } from './flags/flag-places.tsx'
import { PanelFrame } from './panel-frame.tsx'

export function RoutePanel({ id }: { readonly id: number }) {
  const words = usePartWords('records')
  const { t, p } = words
  const routes = useApp((state) => state.sources['cable-routes'])
  const route = routes?.features.find((feature) => feature.id === id)?.properties as CableRoute | undefined
  if (route === undefined) return null
  return (
    <PanelFrame
      title={route.name}
      subtitle={`${p('route.title')} · ${route.code}`}
      focus_key={`cable-route:${id}`}
      action={<FailButtonPlace failing={{ type: 'cable-route', id }} />}
    >
      {route.is_sample && <p className="sample-note">{t('panel.sample_record')}</p>}
      <Facts
        facts={[
          ...toCableFacts(route, words),
          [
            p('route.owner'),
            route.owner_code === null ? t('village.not_known') : <CarrierMark code={route.owner_code} />,
          ],
          [
            p('route.tenants'),
            route.tenant_codes.length === 0
              ? p('route.nobody')
              : route.tenant_codes.map((code) => <CarrierMark key={code} code={code} />),
          ],
        ]}
      />
    </PanelFrame>
  )
}

/** Of what is not known there is no line. */
function toCableFacts(route: CableRoute, { t, p, formats }: PartWords<'records'>): Fact[] {
  return [
    [p('route.kind'), t(`layers.route_kinds.${route.kind}`)],
    [p('route.cable'), route.cable_type === null ? null : p(`route.cables.${route.cable_type}`)],
    [p('route.capacity'), route.capacity],
    [p('route.length'), formats.distance(route.length_m)],
    [p('route.poles'), route.pole_count === null ? null : formats.integer(route.pole_count)],
    [p('route.ducts'), toDucts(route)],
    [p('route.built'), route.built_on === null ? null : formats.date(route.built_on)],
  ]

  function toDucts({ duct_count, ducts_used }: CableRoute): string | null {
    if (ducts_used === null) return duct_count === null ? null : formats.integer(duct_count)
    const used = formats.integer(ducts_used)
    if (duct_count === null) return p('route.used', { used })
    return p('route.ducts_used', { used, n: formats.integer(duct_count) })
  }
}
