/** Which villages are merged, and what is said of the one that they become? */
import type { VillageRecord } from '../../../core/api/records.ts'
import type { ReadingArea } from '../../../core/coordinates/parse.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import type { MergeDraft } from '../../state/merge-draft.ts'
import { useApp } from '../../state/store.ts'
import { CodeField } from './code-field.tsx'
import { SelectField, TextField } from './fields.tsx'
import { PositionField } from './position-field.tsx'
import { useCommuneChoices, useKindChoices } from './use-choices.ts'
import type { ToFieldProblem } from './use-field-problems.ts'

interface ChosenVillagesProps {
  readonly villages: readonly VillageRecord[]
  readonly problem: string | null
  readonly onRemove: (id: number) => void
}

export function ChosenVillages({ villages, problem, onRemove }: ChosenVillagesProps) {
  const { p, formats } = usePartWords('villages')
  return (
    <section aria-label={p('merge.chosen')}>
      <h3>{p('merge.chosen')}</h3>
      <p className="edit-note">{p('merge.lead')}</p>
      {villages.length === 0 && <p className="soft">{p('merge.none_chosen')}</p>}
      <ul className="edit-list">
        {villages.map(({ id, name, code, commune_name, households, population }) => (
          <li key={id} className="edit-chosen">
            <div>
              <strong>{name}</strong> <span className="soft">{code}</span>
              <p className="soft">
                {[
                  commune_name,
                  households === null
                    ? p('preview.no_households')
                    : p('preview.households', { n: formats.integer(households) }),
                  population === null
                    ? p('preview.no_population')
                    : p('preview.population', { n: formats.integer(population) }),
                ].join(' · ')}
              </p>
            </div>
            <button
              type="button"
              className="icon-button"
              aria-label={p('merge.remove', { name })}
              onClick={() => onRemove(id)}
            >
              ✕
            </button>
          </li>
        ))}
      </ul>
      {problem !== null && (
        <p className="edit-refusal" role="alert">
          {problem}
        </p>
      )}
    </section>
  )
}

interface MergedFieldsProps {
  readonly draft: MergeDraft
  readonly chosen: readonly VillageRecord[]
  /** They lie in several communes, and nothing else says in which the new one is. */
  readonly needs_commune: boolean
  readonly area: ReadingArea
  readonly toProblem: ToFieldProblem
  readonly onChange: (part: Partial<MergeDraft>) => void
}

export function MergedFields(props: MergedFieldsProps) {
  const { draft, chosen, needs_commune, area, toProblem, onChange } = props
  const { p } = usePartWords('villages')
  const today = useApp((state) => state.today)
  const communes = useCommuneChoices(p('new.no_commune'))
  return (
    <fieldset className="edit-part">
      <legend>{p('merge.into')}</legend>
      <TextField
        label={p('fields.name')}
        value={draft.name}
        maxLength={200}
        problem={toProblem('name')}
        onChange={(name) => onChange({ name })}
      />
      <CodeField
        code={draft.code}
        commune_code={chosen[0]?.commune_code ?? ''}
        problem={toProblem('code')}
        onChange={(code) => onChange({ code })}
      />
      <SelectField
        label={p('fields.kind')}
        value={draft.kind}
        choices={useKindChoices()}
        onChange={(kind) => onChange({ kind })}
      />
      <PositionField
        area={area}
        value={draft.position}
        problem={toProblem('position')}
        onChange={(position) => onChange({ position })}
      />
      {needs_commune && (
        <SelectField
          label={p('fields.commune_code')}
          value={draft.commune_code}
          choices={communes}
          problem={toProblem('commune_code')}
          onChange={(commune_code) => onChange({ commune_code })}
        />
      )}
      {(['households', 'population'] as const).map((field) => (
        <TextField
          key={field}
          label={p(`fields.${field}`)}
          hint={p('merge.sum_hint')}
          inputMode="numeric"
          value={draft[field]}
          problem={toProblem(field)}
          onChange={(value) => onChange({ [field]: value })}
        />
      ))}
      <TextField
        label={p('fields.valid_from')}
        type="date"
        max={today}
        value={draft.valid_from}
        problem={toProblem('valid_from')}
        onChange={(valid_from) => onChange({ valid_from })}
      />
    </fieldset>
  )
}
