/** Of which reason, carrier, service and district are the reports that one looks at? */
import type { ImplausibleList, ImplausibleRow } from '../../../core/api/implausible.ts'
import { implausibleReasons } from '../../../core/coverage/implausible/reasons.ts'
import { services } from '../../../core/coverage/states.ts'
import { compareNames } from '../../../core/text.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useUnitNames } from '../../hooks/use-unit-names.ts'
import { hasReason } from '../../state/flag-rows.ts'
import type { FlagFilter } from '../../state/flag-view.ts'
import { useApp } from '../../state/store.ts'
import { findCarrierName } from './reason-text.ts'

interface FlagFiltersProps {
  readonly list: ImplausibleList
  /** What the other filters keep: the reasons are counted among them. */
  readonly found: readonly ImplausibleRow[]
}

export function FlagFilters({ list, found }: FlagFiltersProps) {
  const { t, p } = usePartWords('flags')
  const filter = useApp((state) => state.flags)
  const toUnitName = useUnitNames()
  // What is chosen is there to be seen, also where no report of it is left.
  const carriers = unique([...list.statements.map(({ carrier_code }) => carrier_code), filter.carrier])
  const districts = unique([...list.statements.map(({ district_code }) => district_code), filter.district])
  const present = services.filter(
    (service) => service === filter.service || list.statements.some((row) => row.service === service),
  )
  return (
    <section aria-label={p('filters')} className="flag-filters">
      <ReasonChoice found={found} />
      <div className="form-grid">
        <Choice
          label={p('carrier')}
          value={filter.carrier}
          choices={[
            ['all', p('all_carriers')],
            ...carriers.map((code) => [code, findCarrierName(code)] as const),
          ]}
          onChange={(carrier) => change({ carrier })}
        />
        <Choice
          label={p('service')}
          value={filter.service}
          choices={[
            ['all', p('all_services')],
            ...present.map((service) => [service, t(`services.${service}.name`)] as const),
          ]}
          onChange={(service) => change({ service: service as FlagFilter['service'] })}
        />
        <Choice
          label={p('district')}
          value={filter.district}
          choices={[
            ['all', p('all_districts')],
            ...districts
              .map((code) => [code, toUnitName('district_code', code) ?? code] as const)
              .sort(([, a], [, b]) => compareNames(a, b)),
          ]}
          onChange={(district) => change({ district })}
        />
      </div>
    </section>
  )
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].filter((value) => value !== 'all').sort()
}

function change(part: Partial<FlagFilter>): void {
  useApp.setState(({ flags }) => ({ flags: { ...flags, ...part } }))
}

function ReasonChoice({ found }: Pick<FlagFiltersProps, 'found'>) {
  const { p, formats } = usePartWords('flags')
  const asked = useApp((state) => state.flags.reason)
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
            onClick={() => change({ reason })}
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
