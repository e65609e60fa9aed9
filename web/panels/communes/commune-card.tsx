/** What became of one commune, or what is it made of? With its code, its district, its people, and what is easily mistaken. */
import { useState } from 'react'
import { toSuccession } from '../../../core/units/succession.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import type { ListedUnit } from '../../hooks/use-succession-units.ts'
import { toFullName, toTitleName } from '../../i18n/unit-names.ts'
import { useApp } from '../../state/store.ts'
import { lookAt, select } from '../../state/transitions.ts'
import { Facts } from '../facts.tsx'
import { toAge, toCommuneLines, toCommuneText } from './to-commune-lines.ts'

interface CommuneCardProps {
  readonly unit: ListedUnit
  readonly units: readonly ListedUnit[]
}

export function CommuneCard({ unit, units }: CommuneCardProps) {
  const words = usePartWords('communes')
  const { p, t, formats } = words
  const succession = toSuccession(unit, units)
  const lines = toCommuneLines(succession, units, words)
  const { successor, predecessors, districts } = succession
  const { population, households, area_km2 } = unit
  const others = successor === null ? predecessors : [successor]
  return (
    <li className="commune-card">
      <h3>
        {toTitleName(unit, t)}{' '}
        <span className="unit-age" data-age={toAge(unit)}>
          {p(toAge(unit))}
        </span>
      </h3>
      {lines.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {lines.parts.length > 0 && (
        <ul className="commune-parts">
          {lines.parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
      )}
      {lines.warnings.map((warning) => (
        <p key={warning} className="commune-warning">
          {warning}
        </p>
      ))}
      <Facts
        facts={[
          [p('code'), unit.code],
          [p('also'), unit.alt_names.join(', ')],
          [p('district'), districts.map((district) => toFullName(district, t)).join(', ')],
          [
            p('people'),
            population === null
              ? null
              : p('people_value', { count: population, n: formats.integer(population) }),
          ],
          [p('households'), households === null ? null : formats.integer(households)],
          [p('area'), area_km2 === null ? null : p('area_value', { n: formats.decimal(area_km2) })],
        ]}
      />
      <div className="row-actions">
        <button type="button" className="text-button" onClick={() => openOnMap(unit)}>
          {p('open_map')}
        </button>
        {others.length === 1 &&
          others.map((other) => (
            <button key={other.code} type="button" className="text-button" onClick={() => openOnMap(other)}>
              {p('open_that', { name: toFullName(other, t) })}
            </button>
          ))}
        <CopyButton text={toCommuneText(lines)} />
      </div>
    </li>
  )
}

/** The set of units follows the unit. */
export function openOnMap({ unit_set, code, bounds }: ListedUnit): void {
  useApp.setState((state) => ({
    ...lookAt(state, bounds),
    ...select(state, { type: 'unit', unit_set, code }),
    page: 'map',
  }))
}

function CopyButton({ text }: { readonly text: string }) {
  const { p } = usePartWords('communes')
  const [told, setTold] = useState<'nothing' | 'copied' | 'copy_failed'>('nothing')
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setTold('copied'),
      () => setTold('copy_failed'),
    )
  return (
    <>
      <button type="button" className="text-button" onClick={() => void copy()}>
        {p('copy')}
      </button>
      <span role="status" className="soft">
        {told === 'nothing' ? '' : p(told)}
      </span>
    </>
  )
}
