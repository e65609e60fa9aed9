/** What can be done with the villages of a unit by those who may? */
import { usePartWords } from '../../hooks/use-part-words.ts'
import { startEditing, type VillageTarget } from '../../state/edit-slice.ts'
import { useApp } from '../../state/store.ts'
import { lookAt } from '../../state/transitions.ts'
import { findUnit, toBounds } from '../../state/units.ts'
import type { UnitSet } from '../../../core/coverage/question.ts'
import './villages.css'

export interface UnitToolsProps {
  readonly unit_set: UnitSet
  readonly code: string
}

export function UnitTools({ unit_set, code }: UnitToolsProps) {
  const { p } = usePartWords('villages')
  // Villages are kept by the communes to 6/2025; another unit says nothing of the commune.
  const commune_code = unit_set === 'commune' ? code : null
  const start = (target: VillageTarget) => {
    startEditing(target)
    // Where the map is to be clicked must be seen.
    useApp.setState((state) => {
      const unit = findUnit(state.sources, unit_set, code)
      return unit === null ? {} : lookAt(state, toBounds(unit))
    })
  }
  return (
    <div className="edit-toolbar" role="group" aria-label={p('actions.of_unit')}>
      <button
        type="button"
        className="plain-button"
        onClick={() => start({ type: 'new-village', commune_code })}
      >
        {p('actions.new_here')}
      </button>
      <button
        type="button"
        className="plain-button"
        onClick={() => start({ type: 'merge-villages', ids: [], commune_code })}
      >
        {p('actions.merge_here')}
      </button>
    </div>
  )
}
