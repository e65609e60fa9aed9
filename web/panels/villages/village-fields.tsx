/** Which facts of a village can be changed? */
import type { PositionCheck } from '../../../core/api/site-edits.ts'
import type { ReadingArea } from '../../../core/coordinates/parse.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'
import type { VillageDraft } from '../../state/village-edit.ts'
import { SelectField, TextField } from './fields.tsx'
import { PositionField } from './position-field.tsx'
import { useCommuneChoices, useKindChoices, useYesNoChoices } from './use-choices.ts'
import type { ToFieldProblem } from './use-field-problems.ts'

interface VillageFieldsProps {
  readonly draft: VillageDraft
  readonly toProblem: ToFieldProblem
  readonly area: ReadingArea
  readonly onChange: (part: Partial<VillageDraft>) => void
  /** The commune that its position is in. */
  readonly onUnits?: (units: PositionCheck['units']) => void
}

export function VillageFields({ draft, toProblem, area, onChange, onUnits }: VillageFieldsProps) {
  const { t, p } = usePartWords('villages')
  const communes = useCommuneChoices(p('hints.no_pin'))
  const roads = ['car', 'motorbike', 'foot'] as const
  return (
    <>
      <TextField
        label={p('fields.name')}
        value={draft.name}
        maxLength={200}
        problem={toProblem('name')}
        onChange={(name) => onChange({ name })}
      />
      <SelectField
        label={p('fields.kind')}
        value={draft.kind}
        choices={useKindChoices()}
        onChange={(kind) => onChange({ kind })}
      />
      <TextField
        label={p('fields.alt_names')}
        hint={p('hints.alt_names')}
        value={draft.alt_names}
        problem={toProblem('alt_names')}
        onChange={(alt_names) => onChange({ alt_names })}
      />
      <PositionField
        area={area}
        value={draft.position}
        problem={toProblem('position')}
        {...(onUnits === undefined ? {} : { onUnits })}
        onChange={(position) => onChange({ position })}
      />
      <SelectField
        label={p('fields.commune_pin')}
        hint={p('hints.commune_pin')}
        value={draft.commune_pin}
        problem={toProblem('commune_pin')}
        choices={communes}
        onChange={(commune_pin) => onChange({ commune_pin })}
      />
      <CountAndPowerFields draft={draft} toProblem={toProblem} onChange={onChange} />
      <SelectField
        label={p('fields.road_access')}
        value={draft.road_access}
        choices={[
          { value: '', label: p('unknown') },
          ...roads.map((value) => ({ value, label: t(`village.roads.${value}`) })),
        ]}
        onChange={(road_access) => onChange({ road_access })}
      />
      <YesNoField field="especially_difficult" draft={draft} onChange={onChange} />
      <YesNoField field="border" draft={draft} onChange={onChange} />
    </>
  )
}

/** What an UBND confirms too: how many live there, and since when there is grid power. */
export function CountAndPowerFields({ draft, toProblem, onChange }: Omit<VillageFieldsProps, 'area'>) {
  const { p } = usePartWords('villages')
  const today = useApp((state) => state.today)
  return (
    <>
      {(['households', 'population'] as const).map((field) => (
        <TextField
          key={field}
          label={p(`fields.${field}`)}
          inputMode="numeric"
          value={draft[field]}
          problem={toProblem(field)}
          onChange={(value) => onChange({ [field]: value })}
        />
      ))}
      <YesNoField field="grid_power" draft={draft} onChange={onChange} />
      {draft.grid_power === 'yes' && (
        <TextField
          label={p('fields.grid_power_since')}
          type="date"
          max={today}
          value={draft.grid_power_since}
          problem={toProblem('grid_power_since')}
          onChange={(grid_power_since) => onChange({ grid_power_since })}
        />
      )}
    </>
  )
}

interface YesNoFieldProps extends Pick<VillageFieldsProps, 'draft' | 'onChange'> {
  readonly field: 'grid_power' | 'especially_difficult' | 'border'
}

function YesNoField({ field, draft, onChange }: YesNoFieldProps) {
  const { p } = usePartWords('villages')
  return (
    <SelectField
      label={p(`fields.${field}`)}
      value={draft[field]}
      choices={useYesNoChoices()}
      onChange={(value) => onChange({ [field]: value })}
    />
  )
}
