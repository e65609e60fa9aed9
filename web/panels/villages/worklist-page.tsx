/** What is left for an UBND to confirm in its villages? Each opens its form, and one comes back to the list. */
import { useEffect, useRef } from 'react'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { toMoment } from '../../i18n/moment.ts'
import { useApp } from '../../state/store.ts'
import { lookAt, select } from '../../state/transitions.ts'
import { filterWork, useWorklist, workFilters, type WorkItem } from '../../state/worklist.ts'
import { AskedOfLocalPlace } from '../assigned/assigned-places.tsx'
import { PageFrame } from '../page-frame.tsx'
import { SelectField, TextField } from './fields.tsx'
import { Refusal } from './form-frame.tsx'
import { useCommuneNames } from './use-choices.ts'
import { useWork } from './use-work.ts'
import './villages.css'

export function WorklistPage() {
  const { p } = usePartWords('villages')
  const work = useWork()
  const hasUnits = useApp((state) => (state.session?.units.length ?? 0) > 0)
  return (
    <PageFrame title={p('worklist.title')}>
      <p className="note">{hasUnits ? p('worklist.text') : p('worklist.no_units')}</p>
      <AskedOfLocalPlace />
      {work.status === 'failed' && <Refusal problem={work.problem} />}
      {work.status === 'loading' && <span className="skeleton skeleton-block" />}
      {work.status === 'ready' && hasUnits && <Work items={work.items} />}
    </PageFrame>
  )
}

function Work({ items }: { readonly items: readonly WorkItem[] }) {
  const { p, formats } = usePartWords('villages')
  const worklist = useWorklist()
  const shown = filterWork(items, worklist)
  const left = items.filter(({ missing }) => missing.length > 0).length
  const list = useRef<HTMLUListElement>(null)
  const { opened_id } = worklist
  // Back from a village, where one was.
  useEffect(() => {
    if (opened_id === null) return
    list.current?.querySelector<HTMLElement>(`[data-village="${opened_id}"] button`)?.focus()
    useWorklist.setState({ opened_id: null })
  }, [opened_id])
  return (
    <>
      <div className="form-grid">
        <SelectField
          label={p('worklist.filter')}
          value={worklist.filter}
          choices={workFilters.map((value) => ({ value, label: p(`worklist.${value}`) }))}
          onChange={(filter) => useWorklist.setState({ filter })}
        />
        <TextField
          label={p('worklist.search')}
          value={worklist.typed}
          onChange={(typed) => useWorklist.setState({ typed })}
        />
      </div>
      <p role="status">
        {p('worklist.count', { shown: formats.integer(shown.length), all: formats.integer(items.length) })}
        {' · '}
        {p('worklist.left', { n: formats.integer(left) })}
      </p>
      {shown.length === 0 && (
        <p>
          {p('worklist.none')}{' '}
          <button
            type="button"
            className="text-button"
            onClick={() => useWorklist.setState({ filter: 'all', typed: '' })}
          >
            {p('worklist.show_all')}
          </button>
        </p>
      )}
      <ul className="edit-list" ref={list}>
        {shown.map((item) => (
          <WorkRow key={item.village.id} item={item} />
        ))}
      </ul>
    </>
  )
}

function WorkRow({ item }: { readonly item: WorkItem }) {
  const { t, p, formats } = usePartWords('villages')
  const communes = useCommuneNames()
  const carriers = useApp((state) => state.province?.carriers)
  const { village, missing, confirmed_at, pending, latest } = item
  const { name, commune_code, households, population, grid_power } = village.properties
  const power = grid_power === null ? 'unknown' : grid_power ? 'yes' : 'no'
  const facts = [
    households === null
      ? p('preview.no_households')
      : p('preview.households', { n: formats.integer(households) }),
    population === null
      ? p('preview.no_population')
      : p('preview.population', { n: formats.integer(population) }),
    p(`preview.power.${power}`),
  ]
  const carrier = carriers?.find(({ code }) => code === latest?.carrier_code)?.name ?? latest?.carrier_code
  return (
    <li className="edit-chosen" data-village={village.id}>
      <div>
        <strong>{name}</strong> <span className="soft">{communes.get(commune_code)}</span>
        <p>{facts.join(' · ')}</p>
        <p className="soft">
          {latest === null
            ? p('worklist.no_statement')
            : p('worklist.latest', {
                day: formats.date(latest.observed_on),
                source: `${t(`bases.${latest.basis}`)}, ${carrier}`,
              })}
        </p>
        <p className={missing.length === 0 ? 'soft' : 'edit-left'}>
          {missing.length === 0
            ? p('worklist.nothing')
            : p('worklist.missing_text', {
                things: missing.map((thing) => p(`worklist.missing.${thing}`)).join(', '),
              })}
          {confirmed_at !== null && ` · ${p('worklist.confirmed', { when: toMoment(confirmed_at) })}`}
          {pending > 0 && ` · ${p('worklist.pending', { n: formats.integer(pending) })}`}
        </p>
      </div>
      <button
        type="button"
        className="plain-button"
        aria-label={p('worklist.open_of', { name })}
        onClick={open}
      >
        {p('worklist.open')}
      </button>
    </li>
  )

  function open(): void {
    const { id, geometry } = village
    useWorklist.setState({ opened_id: id })
    useApp.setState((state) => ({
      ...select(state, { type: 'village', id }),
      ...lookAt(state, geometry.coordinates as unknown as readonly [number, number]),
      page: 'map',
    }))
  }
}
