/** One of the two questions, part by part; a part in which they differ is marked. */
import type { ReactNode } from 'react'
import { askedAssigneds, askedPowers } from '../../../core/coverage/question.ts'
import { askedBases, askedServices } from '../../../core/coverage/states.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { changeB, listDifferingFields, toQuestionB, type ComparedField } from '../../state/compare-slice.ts'
import { listDayChoices } from '../../state/day-choices.ts'
import { useApp } from '../../state/store.ts'
import { askQuestion } from '../../state/transitions.ts'
import type { Side } from './side.ts'

interface Choice {
  readonly value: string
  readonly label: string
}

export function SideQuestion({ side }: { readonly side: Side }) {
  const { t, p } = usePartWords('time')
  const choices = useCarrierAndDayChoices(side)
  return (
    <fieldset className={`compare-side compare-side-${side}`}>
      <legend>
        <span className="compare-letter" aria-hidden="true">
          {side.toUpperCase()}
        </span>
        {p(`compare.side.${side}`)}
      </legend>
      <Part
        side={side}
        field="service"
        choices={askedServices.map((value) => ({ value, label: t(`services.${value}.name`) }))}
      />
      <Part side={side} field="carrier" choices={choices.carriers} />
      <Part
        side={side}
        field="basis"
        choices={askedBases.map((value) => ({ value, label: t(`bases.${value}`) }))}
      />
      <Part side={side} field="as_of" choices={choices.days} />
      <Part
        side={side}
        field="power"
        choices={askedPowers.map((value) => ({ value, label: t(`powers.${value}`) }))}
      />
      <Part
        side={side}
        field="assigned"
        choices={askedAssigneds.map((value) => ({ value, label: t(`assigneds.${value}`) }))}
      />
    </fieldset>
  )
}

function useCarrierAndDayChoices(side: Side): { readonly carriers: Choice[]; readonly days: Choice[] } {
  const { t, formats } = usePartWords('time')
  const carriers = useApp((state) => state.province?.carriers) ?? []
  const observed = useApp((state) => state.observed_days)
  const today = useApp((state) => state.today)
  const as_of = useApp((state) => (side === 'a' ? state.question : toQuestionB(state)).as_of)
  const other = useApp((state) => (side === 'b' ? state.question : toQuestionB(state)).as_of)
  const days = new Set([...listDayChoices(observed, as_of, today), ...(other === null ? [] : [other])])
  return {
    carriers: [
      { value: '', label: t('question.all_carriers') },
      ...carriers.map(({ code, name }) => ({ value: code, label: name })),
    ],
    days: [
      { value: '', label: t('question.today') },
      ...[...days].sort((a, b) => (a < b ? 1 : -1)).map((day) => ({ value: day, label: formats.date(day) })),
    ],
  }
}

interface PartProps {
  readonly side: Side
  readonly field: ComparedField
  readonly choices: readonly Choice[]
}

function Part({ side, field, choices }: PartProps): ReactNode {
  const { p } = usePartWords('time')
  const value = useApp((state) => (side === 'a' ? state.question : toQuestionB(state))[field])
  const differs = useApp((state) => listDifferingFields(state).includes(field))
  return (
    <label className="compare-part" data-differs={differs}>
      <span>{p(`compare.part.${field}`)}</span>
      <select
        value={value ?? ''}
        onChange={(event) => ask(side, { [field]: event.currentTarget.value || null })}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  )
}

function ask(side: Side, change: Partial<Record<ComparedField, string | null>>): void {
  useApp.setState((state) => (side === 'a' ? askQuestion(state, change) : changeB(state, change)))
}
