/** What became of an old commune, what did a new one take in? Typed, read, opened on the map; the whole table below. */
import { useEffect, useId } from 'react'
import { findUnits } from '../../../core/units/find-units.ts'
import { toSuccession } from '../../../core/units/succession.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useSuccessionUnits, type ListedUnit } from '../../hooks/use-succession-units.ts'
import { useApp } from '../../state/store.ts'
import { PageFrame } from '../page-frame.tsx'
import { CommuneCard } from './commune-card.tsx'
import { ConvertList } from './convert-list.tsx'
import { CommunesTable } from './communes-table.tsx'
import { useUnitSources } from './use-unit-sources.ts'
import './communes.css'

const shownAtMost = 6
const longest = 100

export function CommunesPage() {
  const { p } = usePartWords('communes')
  const units = useSuccessionUnits()
  const lookup = useApp((state) => state.lookup)
  const field = useId()
  const lookUp = (text: string) => useApp.setState({ lookup: text.slice(0, longest) })
  useEffect(() => () => useApp.setState({ lookup: '' }), [])
  return (
    <PageFrame title={p('title')}>
      <div className="form-field">
        <label htmlFor={field}>{p('input')}</label>
        <input
          id={field}
          type="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={longest}
          value={lookup}
          aria-describedby={`${field}-text`}
          onChange={(event) => lookUp(event.target.value)}
        />
        <p id={`${field}-text`} className="soft">
          {p('text')}
        </p>
      </div>
      {units === null ? (
        <p role="status">{p('loading')}</p>
      ) : units.some(({ unit_set }) => unit_set === 'commune-2025') ? (
        <>
          <Found typed={lookup} units={units} />
          <ConvertList />
          <Summary units={units} />
          <CommunesTable units={units} onLookUp={lookUpFromTable} />
        </>
      ) : (
        <p>{p('no_new')}</p>
      )}
    </PageFrame>
  )

  function lookUpFromTable(text: string): void {
    lookUp(text)
    document.getElementById(field)?.focus()
  }
}

interface FoundProps {
  readonly typed: string
  readonly units: readonly ListedUnit[]
}

function Found({ typed, units }: FoundProps) {
  const { p, formats } = usePartWords('communes')
  const text = typed.trim()
  if (text === '') return null
  const found = findUnits(
    text,
    units.filter(({ unit_set }) => unit_set !== 'district'),
  )
  const more = found.length - shownAtMost
  return (
    <>
      <p role="status">
        {found.length === 0
          ? p('nothing', { typed: text })
          : p('found', { count: found.length, n: formats.integer(found.length), typed: text })}
      </p>
      <ul className="commune-cards">
        {found.slice(0, shownAtMost).map((unit) => (
          <CommuneCard key={`${unit.unit_set} ${unit.code}`} unit={unit} units={units} />
        ))}
      </ul>
      {more > 0 && <p className="soft">{p('more', { count: more, n: formats.integer(more) })}</p>}
    </>
  )
}

function Summary({ units }: { readonly units: readonly ListedUnit[] }) {
  const { p, formats } = usePartWords('communes')
  const source = useUnitSources(units)
  const later = units.filter(({ unit_set }) => unit_set === 'commune-2025')
  const old = units.filter(({ unit_set }) => unit_set === 'commune')
  const oldCodes = new Set(old.map(({ code }) => code))
  const successions = later.map((unit) => toSuccession(unit, units))
  const count = (list: readonly unknown[]) => formats.integer(list.length)
  return (
    <div className="soft communes-summary">
      <p>
        {p('summary', {
          old: count(old),
          new: count(later),
          reused: count(later.filter(({ code }) => oldCodes.has(code))),
          changed: count(successions.filter(({ code_also_names }) => code_also_names.length > 0)),
          straddling: count(successions.filter(({ districts }) => districts.length > 1)),
        })}
      </p>
      <p>{p('source', { source })}</p>
    </div>
  )
}
