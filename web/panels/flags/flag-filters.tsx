/** Of which reason, carrier, service and district are the reports that one looks at? */
import type { ImplausibleList, ImplausibleRow } from '../../../core/api/implausible.ts'
import { implausibleReasons } from '../../../core/coverage/implausible/reasons.ts'
import { services } from '../../../core/coverage/states.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { hasReason, useFlagView, type FlagView } from '../../state/flag-filter.ts'
import { findCarrierName } from './reason-text.ts'

interface FlagFiltersProps {
  readonly list: ImplausibleList
  /** What the other filters keep: the reasons are counted among them. */
  readonly found: readonly ImplausibleRow[]
}

export function FlagFilters({ list, found }: FlagFiltersProps) {
  const { t, p } = usePartWords('flags')
  const view = useFlagView()
  const carriers = unique(list.statements.map(({ carrier_code }) => carrier_code))
  const districts = new Map(list.statements.map((row) => [row.district_code, row.district_name]))
  const present = services.filter((service) => list.statements.some((row) => row.service === service))
  return (
    <section aria-label={p('filters')} className="flag-filters">
      <ReasonChoice found={found} />
      <div className="form-grid">
        <Choice
          label={p('carrier')}
          value={view.carrier}
          choices={[
            ['all', p('all_carriers')],
            ...carriers.map((code) => [code, findCarrierName(code)] as const),
          ]}
          onChange={(carrier) => useFlagView.setState({ carrier })}
        />
        <Choice
          label={p('service')}
          value={view.service}
          choices={[
            ['all', p('all_services')],
            ...present.map((service) => [service, t(`services.${service}.name`)] as const),
          ]}
          onChange={(service) => useFlagView.setState({ service: service as FlagView['service'] })}
        />
        <Choice
          label={p('district')}
          value={view.district}
          choices={[
            ['all', p('all_districts')],
            ...[...districts].sort(([, a], [, b]) => a.localeCompare(b, 'vi')),
          ]}
          onChange={(district) => useFlagView.setState({ district })}
        />
      </div>
    </section>
  )
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].sort()
}

function ReasonChoice({ found }: Pick<FlagFiltersProps, 'found'>) {
  const { p, formats } = usePartWords('flags')
  const asked = useFlagView(({ reason }) => reason)
  return (
    <div className="flag-reasons" role="group" aria-label={p('reason')}>
      {(['all', ...implausibleReasons] as const).map((reason) => {
        const count = found.filter((row) => hasReason(row, reason)).length
        return (
          <button
            type="button"
            key={reason}
            className="plain-button"
            aria-pressed={asked === reason}
            onClick={() => useFlagView.setState({ reason })}
          >
            {reason === 'all' ? p('all_reasons') : p(`reasons.${reason}`)}{' '}
            <strong>{formats.integer(count)}</strong>
          </button>
        )
      })}
    </div>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly choices: readonly (readonly [value: string, text: string])[]
  readonly onChange: (value: string) => void
}

function Choice({ label, value, choices, onChange }: ChoiceProps) {
  return (
    <label className="form-field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
