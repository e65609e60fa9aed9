/** From which villages was this one made, and into which has it gone? */
import { Fragment } from 'react'
import type { VillageRecord } from '../../core/api/records.ts'
import { useWords } from '../hooks/use-words.ts'
import { useApp } from '../state/store.ts'
import { select } from '../state/transitions.ts'

type Lineage = Pick<VillageRecord, 'predecessors' | 'successors' | 'valid_to'>

export function VillageLineage({ village }: { readonly village: Lineage }) {
  const { t, formats } = useWords()
  const { predecessors, successors, valid_to } = village
  return (
    <>
      {valid_to !== null && <p className="note">{t('question.until', { date: formats.date(valid_to) })}</p>}
      {predecessors.length > 0 && <Links text={t('search.took_in', { names: '' })} villages={predecessors} />}
      {successors.length > 0 && <Links text={t('search.now_part_of', { name: '' })} villages={successors} />}
    </>
  )
}

interface LinksProps {
  readonly text: string
  readonly villages: Lineage['successors']
}

function Links({ text, villages }: LinksProps) {
  return (
    <p className="note">
      {text}
      {villages.map(({ id, name }, index) => (
        <Fragment key={id}>
          {index > 0 && ', '}
          <button
            type="button"
            className="text-button"
            onClick={() => useApp.setState((state) => select(state, { type: 'village', id }))}
          >
            {name}
          </button>
        </Fragment>
      ))}
    </p>
  )
}
