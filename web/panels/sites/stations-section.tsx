/** Whose stations stand at the site, with which papers? Added, changed and ended here; none is deleted. */
import { useState } from 'react'
import type { Technology } from '../../../core/inventory/sites.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { makeStation, type StationForm } from '../../state/site-form.ts'
import {
  addStation,
  changeStation,
  getForm,
  removeStation,
  useSiteSession,
} from '../../state/site-session.ts'
import { useApp } from '../../state/store.ts'
import { CarrierMark } from '../carrier-mark.tsx'
import { SelectField, TextField } from '../villages/fields.tsx'
import { NumberField, NumbersField } from './number-field.tsx'

const technologyNames: readonly Technology[] = ['2g', '3g', '4g', '5g']

export function StationsSection() {
  const { p } = usePartWords('editing')
  const stations = useSiteSession((session) => getForm(session).stations)
  return (
    <fieldset className="edit-section">
      <legend>{p('sections.stations')}</legend>
      {stations.length === 0 && <p className="edit-note">{p('stations.empty')}</p>}
      {stations.map((station) => (
        <StationFields key={station.key} station={station} />
      ))}
      <NewStation />
    </fieldset>
  )
}

function StationFields({ station }: { readonly station: StationForm }) {
  const { p, formats } = usePartWords('editing')
  const today = useApp((state) => state.today)
  const set = (values: Partial<StationForm>) =>
    useSiteSession.setState((session) => changeStation(session, station.key, values))
  const { off_air_on, certificate_expires_on } = station
  return (
    <details className="edit-station" open={station.id === null}>
      <summary>
        <CarrierMark code={station.carrier_code} /> <strong>{station.technology.toUpperCase()}</strong>
        {station.id === null && <span className="chip">{p('stations.added')}</span>}
        {off_air_on !== null && (
          <span className="chip">{p('stations.ended', { date: formats.date(off_air_on) })}</span>
        )}
        {certificate_expires_on !== null && certificate_expires_on < today && (
          <span className="chip chip-warning">
            {p('stations.expired', { date: formats.date(certificate_expires_on) })}
          </span>
        )}
      </summary>
      <NumbersField
        label={p('fields.bands_mhz')}
        value={station.bands_mhz}
        onChange={(bands_mhz) => set({ bands_mhz })}
      />
      <Day station={station} field="on_air_on" set={set} />
      <Day station={station} field="off_air_on" set={set} />
      <NumberField
        label={p('fields.power_w')}
        value={station.power_w}
        onChange={(power_w) => set({ power_w })}
      />
      <NumberField
        label={p('fields.coverage_radius_m')}
        value={station.coverage_radius_m}
        onChange={(coverage_radius_m) => set({ coverage_radius_m })}
      />
      <Line station={station} field="certificate_no" set={set} />
      <Day station={station} field="certificate_issued_on" set={set} />
      <Day station={station} field="certificate_expires_on" set={set} />
      <Line station={station} field="note" set={set} />
      <EndOrRemove station={station} set={set} />
    </details>
  )
}

interface StationFieldProps<F extends keyof StationForm> {
  readonly station: StationForm
  readonly field: F
  readonly set: (values: Partial<StationForm>) => void
}

type DayName = 'on_air_on' | 'off_air_on' | 'certificate_issued_on' | 'certificate_expires_on'

function Day({ station, field, set }: StationFieldProps<DayName>) {
  const { p } = usePartWords('editing')
  return (
    <TextField
      label={p(`fields.${field}`)}
      type="date"
      value={station[field] ?? ''}
      onChange={(day) => set({ [field]: day === '' ? null : day })}
    />
  )
}

function Line({ station, field, set }: StationFieldProps<'certificate_no' | 'note'>) {
  const { p } = usePartWords('editing')
  return (
    <TextField
      label={p(`fields.${field}`)}
      maxLength={field === 'note' ? 2000 : 100}
      value={station[field] ?? ''}
      onChange={(text) => set({ [field]: text === '' ? null : text })}
    />
  )
}

function EndOrRemove({ station, set }: Pick<StationFieldProps<DayName>, 'station' | 'set'>) {
  const { p } = usePartWords('editing')
  const today = useApp((state) => state.today)
  if (station.id === null) {
    const remove = () => useSiteSession.setState((session) => removeStation(session, station.key))
    return (
      <button type="button" className="text-button" onClick={remove}>
        {p('stations.remove')}
      </button>
    )
  }
  const isOver = station.off_air_on !== null
  return (
    <button type="button" className="text-button" onClick={() => set({ off_air_on: isOver ? null : today })}>
      {p(isOver ? 'stations.reopen' : 'stations.end')}
    </button>
  )
}

function NewStation() {
  const { p } = usePartWords('editing')
  const carriers = useApp((state) => state.province?.carriers) ?? []
  const role = useApp((state) => state.session?.role)
  const own = useApp((state) => state.session?.carrier_code)
  const offered = role === 'carrier' ? carriers.filter(({ code }) => code === own) : carriers
  const [carrier, setCarrier] = useState('')
  const [technology, setTechnology] = useState<Technology>('4g')
  const carrier_code = carrier === '' ? (offered[0]?.code ?? '') : carrier
  return (
    <div className="edit-new-station">
      <SelectField
        label={p('fields.carrier_code')}
        value={carrier_code}
        choices={offered.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={setCarrier}
      />
      <SelectField
        label={p('fields.technology')}
        value={technology}
        choices={technologyNames.map((value) => ({ value, label: value.toUpperCase() }))}
        onChange={setTechnology}
      />
      <button
        type="button"
        className="plain-button"
        onClick={() => {
          const key = `new-${Date.now()}`
          useSiteSession.setState((session) =>
            addStation(session, makeStation(key, { carrier_code, technology })),
          )
        }}
      >
        {p('stations.add')}
      </button>
    </div>
  )
}
