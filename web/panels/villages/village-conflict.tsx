/** Two people changed one village: what of both is to stand? Chosen for each field; nothing is overwritten unseen. */
import { useEffect, useMemo, useState } from 'react'
import type { VillageRecord } from '../../../core/api/records.ts'
import { call, type ApiProblem } from '../../api.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import {
  mergeDrafts,
  toVillageDraft,
  villageFieldNames,
  type VillageDraft,
  type VillageField,
} from '../../state/village-edit.ts'

interface VillageConflictProps {
  readonly id: number
  readonly problem: ApiProblem
  readonly before: VillageDraft
  readonly mine: VillageDraft
  readonly onDecide: (merged: VillageDraft, theirs: VillageDraft, version: number) => void
}

export function VillageConflict({ id, problem, before, mine, onDecide }: VillageConflictProps) {
  const { p } = usePartWords('villages')
  const [saved, setSaved] = useState<VillageRecord | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<VillageField>>(new Set())
  useEffect(() => {
    const stop = new AbortController()
    call('getVillage', { params: { id }, signal: stop.signal }).then(
      (village) => setSaved(village as VillageRecord),
      () => undefined,
    )
    return () => stop.abort()
  }, [id])
  const theirs = useMemo(() => (saved === null ? null : toVillageDraft(saved)), [saved])
  if (saved === null || theirs === null) return null
  const { merged, conflicts } = mergeDrafts(before, mine, theirs)
  const { changed_by } = problem.params
  return (
    <section className="edit-conflict" role="alert">
      <h3>{p('conflict.heading')}</h3>
      <p>
        {typeof changed_by === 'string'
          ? p('conflict.text', { who: changed_by })
          : p('conflict.text_unknown')}
      </p>
      {conflicts.length === 0 && <p>{p('conflict.no_overlap')}</p>}
      {conflicts.map((field) => (
        <fieldset key={field}>
          <legend>{p(`fields.${field}`)}</legend>
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side}>
              <input
                type="radio"
                name={`conflict-${field}`}
                checked={chosen.has(field) === (side === 'theirs')}
                onChange={() => setChosen(withChoice(chosen, field, side))}
              />
              {p(`conflict.${side}`, { value: (side === 'mine' ? mine : theirs)[field] || p('none') })}
            </label>
          ))}
        </fieldset>
      ))}
      <button
        type="button"
        className="plain-button"
        onClick={() => {
          const kept = villageFieldNames.filter((field) => chosen.has(field))
          const decided = Object.fromEntries(kept.map((field) => [field, theirs[field]]))
          onDecide({ ...pickFields(merged), ...decided }, theirs, saved.version)
        }}
      >
        {p('conflict.go_on')}
      </button>
    </section>
  )
}

function withChoice(chosen: ReadonlySet<VillageField>, field: VillageField, side: 'mine' | 'theirs') {
  const next = new Set(chosen)
  if (side === 'theirs') next.add(field)
  else next.delete(field)
  return next
}

/** The fields of the record alone: what the form holds beside them stays as it is. */
function pickFields(draft: VillageDraft): VillageDraft {
  return Object.fromEntries(
    villageFieldNames.map((field) => [field, draft[field]]),
  ) as unknown as VillageDraft
}
