/** How fast is the network in the commune that is selected, as i-Speed measured it last? Of too few samples no figure. */
import type { SpeedResult } from '../../../core/api/speed-results.ts'
import type { SpeedNetwork, SpeedUnitSet } from '../../../core/inventory/speed-results.ts'
import { call } from '../../api.ts'
import { useFetched } from '../../hooks/use-fetched.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'

/** In the order of the panel; values of the inventory stay on the server. */
const networks = ['mobile', 'fixed'] as const satisfies readonly SpeedNetwork[]

interface UnitSpeedsProps {
  readonly unit_set: SpeedUnitSet
  readonly code: string
}

export function UnitSpeeds({ unit_set, code }: UnitSpeedsProps) {
  const { p } = usePartWords('records')
  const fetched = useFetched(`${unit_set}:${code}`, (signal) =>
    call('listSpeedResults', { query: { unit_set, unit_code: code }, signal }),
  )
  if (fetched.status !== 'ready') return null
  const { results, least_samples } = fetched.value
  // The latest period first.
  const latest = networks.flatMap((network) => results.find((result) => result.network === network) ?? [])
  if (latest.length === 0) return null
  return (
    <section className="unit-speeds">
      <h3>{p('speeds.title')}</h3>
      <ul>
        {latest.map((result) => (
          <SpeedLine key={result.network} result={result} least_samples={least_samples} />
        ))}
      </ul>
    </section>
  )
}

interface SpeedLineProps {
  readonly result: SpeedResult
  readonly least_samples: number
}

function SpeedLine({ result, least_samples }: SpeedLineProps) {
  const { t, p, formats } = usePartWords('records')
  const figures = [
    ['download', result.download_mbps],
    ['upload', result.upload_mbps],
    ['latency', result.latency_ms],
  ] as const
  const origin = [
    result.source,
    p('speeds.period', { from: formats.date(result.period_from), to: formats.date(result.period_to) }),
    p('speeds.samples', { count: result.samples, n: formats.integer(result.samples) }),
    result.is_sample ? t('panel.sample_record') : null,
  ]
  return (
    <li>
      <strong>{p(`speeds.networks.${result.network}`)}:</strong>{' '}
      {result.is_enough
        ? figures
            .flatMap(([name, value]) =>
              value === null ? [] : [p(`speeds.${name}`, { n: formats.decimal(value) })],
            )
            .join(' · ')
        : p('speeds.too_few', { n: formats.integer(least_samples) })}{' '}
      <span className="soft">({origin.filter((part) => part !== null).join('; ')})</span>
    </li>
  )
}
