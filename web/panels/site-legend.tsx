/** What do the marks of sites, routes, facilities and assignments mean? Only of layers that are on. */
import { Suspense } from 'react'
import { useWords } from '../hooks/use-words.ts'
import { withRecordTexts } from '../i18n/load-record-texts.ts'
import { useApp } from '../state/store.ts'
import { loadLater } from './load-later.tsx'

const FacilityMarks = loadLater(
  async () => (await withRecordTexts(import('./facilities/facility-marks.tsx'))).FacilityMarks,
)

const technologies = ['5g', '4g', '3g', '2g', 'none'] as const

const symbols = {
  '5g': (
    <>
      <circle className="site-fill" cx="7" cy="7" r="5" />
      <circle className="site-dot" cx="7" cy="7" r="1.8" />
    </>
  ),
  '4g': <circle className="site-fill" cx="7" cy="7" r="5" />,
  '3g': <circle className="site-line" cx="7" cy="7" r="4.4" />,
  '2g': <path className="site-line" d="M3.5 3.5 10.5 10.5M10.5 3.5 3.5 10.5" />,
  none: <path className="site-line site-off" d="M2 7 12 7" />,
  generator: (
    <>
      <rect className="generator-fill" x="1.5" y="1.5" width="11" height="11" rx="2" />
      <path className="generator-bolt" d="M7.8 2.8 4.4 7.6H6.6L6.2 11.2 9.6 6.4H7.4Z" />
    </>
  ),
} as const

export function SiteLegend() {
  const { t, formats } = useWords()
  const visible = useApp((state) => state.visible)
  const counts = useApp((state) => state.view_counts)
  const sites = visible.includes('sites') ? counts.sites : undefined
  const generators = visible.includes('generator-sites') ? counts['generator-sites'] : undefined
  return (
    <>
      {(sites !== undefined || generators !== undefined) && (
        <ul className="marks" title={t('legend.in_view')}>
          {sites !== undefined &&
            technologies
              .filter((technology) => sites[technology] > 0)
              .map((technology) => (
                <li key={technology}>
                  <SiteMark symbol={technology} />
                  {t(`layers.site_technology.${technology}`)}
                  <span className="number">{formats.integer(sites[technology])}</span>
                </li>
              ))}
          {generators !== undefined && (
            <li>
              <SiteMark symbol="generator" />
              {t('layers.generator')}
              <span className="number">{formats.integer(generators)}</span>
            </li>
          )}
        </ul>
      )}
      {visible.includes('cable-routes') && <RouteMarks />}
      {visible.includes('facilities') && (
        <Suspense fallback={null}>
          <FacilityMarks />
        </Suspense>
      )}
      {(visible.includes('sites') || visible.includes('assignments')) && <CarrierMarks />}
    </>
  )
}

function SiteMark({ symbol }: { readonly symbol: keyof typeof symbols }) {
  return (
    <svg className="mark" viewBox="0 0 14 14" aria-hidden="true">
      {symbols[symbol]}
    </svg>
  )
}

const dashes = { underground: 'none', aerial: '5 3', duct: '1 3' } as const

function RouteMarks() {
  const { t } = useWords()
  return (
    <ul className="marks">
      {(['underground', 'aerial', 'duct'] as const).map((kind) => (
        <li key={kind}>
          <svg className="mark mark-route" viewBox="0 0 24 14" aria-hidden="true">
            <path d="M1 7H23" strokeDasharray={dashes[kind]} />
          </svg>
          {t(`layers.route_kinds.${kind}`)}
        </li>
      ))}
    </ul>
  )
}

function CarrierMarks() {
  const { formats } = useWords()
  const carriers = useApp((state) => state.province?.carriers)
  const assigned = useApp((state) =>
    state.visible.includes('assignments') ? state.view_counts.assignments : undefined,
  )
  return (
    <ul className="marks">
      {carriers?.map(({ code, name, letter, color }) => (
        <li key={code}>
          <span className="carrier-letter" style={{ borderColor: color }} aria-hidden="true">
            {letter}
          </span>
          {name}
          {assigned?.[code] !== undefined && (
            <span className="number">{formats.integer(assigned[code])}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
