/** What is known of a cable route? */
import { useWords } from '../hooks/use-words.ts'
import type { CableRoute } from '../../core/inventory/cable-routes.ts'
import { useApp } from '../state/store.ts'
import { CarrierMark } from './carrier-mark.tsx'
import { Facts } from './facts.tsx'
import { FailButtonPlace } from './flags/flag-places.tsx'
import { PanelFrame } from './panel-frame.tsx'

export function RoutePanel({ id }: { readonly id: number }) {
  const { t, formats } = useWords()
  const routes = useApp((state) => state.sources['cable-routes'])
  const route = routes?.features.find((feature) => feature.id === id)?.properties as CableRoute | undefined
  if (route === undefined) return null
  return (
    <PanelFrame
      title={route.name}
      subtitle={`${t('route.title')} · ${route.code}`}
      focus_key={`cable-route:${id}`}
      action={<FailButtonPlace failing={{ type: 'cable-route', id }} />}
    >
      {route.is_sample && <p className="sample-note">{t('panel.sample_record')}</p>}
      <Facts
        facts={[
          [t('route.kind'), t(`layers.route_kinds.${route.kind}`)],
          [t('route.length'), formats.distance(route.length_m)],
          [
            t('route.owner'),
            route.owner_code === null ? t('village.not_known') : <CarrierMark code={route.owner_code} />,
          ],
          [
            t('route.tenants'),
            route.tenant_codes.length === 0
              ? t('route.nobody')
              : route.tenant_codes.map((code) => <CarrierMark key={code} code={code} />),
          ],
        ]}
      />
    </PanelFrame>
  )
}
