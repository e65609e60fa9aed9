/** Which facts of a village can be changed, and how is a typed position read? */
import type { ReadingArea } from '../../../core/coordinates/parse.ts'
import { parsePosition } from '../../../core/coordinates/parse.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useApp } from '../../state/store.ts'
import type { DraftProblems, VillageDraft, VillageField } from '../../state/village-edit.ts'
import { SelectField, TextField } from './fields.tsx'
import { useCommuneChoices, useYesNoChoices } from './use-choices.ts'

interface VillageFieldsProps {
  readonly draft: VillageDraft
  readonly problems: DraftProblems
  readonly area: ReadingArea
  readonly onChange: (part: Partial<VillageDraft>) => void
}

export function VillageFields({ draft, problems, area, onChange }: VillageFieldsProps) {
  const { t, p } = usePartWords('villages')
  const communes = useCommuneChoices(p('hints.no_pin'))
  const toProblem = (field: VillageField) => {
    const problem = problems[field]
    return problem === undefined ? null : p(`problems.${problem}`)
  }
  const kinds = ['thon', 'ban', 'to_dan_pho'] as const
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
        choices={kinds.map((value) => ({ value, label: t(`village.kind.${value}`) }))}
        onChange={(kind) => onChange({ kind })}
      />
      <TextField
        label={p('fields.alt_names')}
        hint={p('hints.alt_names')}
        value={draft.alt_names}
        onChange={(alt_names) => onChange({ alt_names })}
      />
      <PositionField
        area={area}
        value={draft.position}
        problem={toProblem('position')}
        onChange={(position) => onChange({ position })}
      />
      <SelectField
        label={p('fields.commune_pin')}
        hint={p('hints.commune_pin')}
        value={draft.commune_pin}
        choices={communes}
        onChange={(commune_pin) => onChange({ commune_pin })}
      />
      <CountAndPowerFields draft={draft} problems={problems} onChange={onChange} />
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
export function CountAndPowerFields({ draft, problems, onChange }: Omit<VillageFieldsProps, 'area'>) {
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
          problem={problems[field] === undefined ? null : p(`problems.${problems[field]}`)}
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

interface PositionFieldProps {
  readonly value: string
  readonly area: ReadingArea
  readonly problem: string | null
  readonly onChange: (value: string) => void
}

/** Both readings stand under what is typed, so that a slip is seen before it is saved. */
function PositionField({ value, area, problem, onChange }: PositionFieldProps) {
  const { p, formats } = usePartWords('villages')
  const reading = parsePosition([value], area)
  return (
    <TextField
      label={p('fields.position')}
      value={value}
      problem={problem ?? (reading.type === 'problem' ? p(`problems.position_${reading.problem}`) : null)}
      hint={reading.type === 'position' ? toReadingText() : p('hints.position')}
      onChange={onChange}
    />
  )

  function toReadingText(): string {
    if (reading.type !== 'position') return ''
    const [lng, lat] = reading.position
    const degrees = `${formats.coordinate(lat)}; ${formats.coordinate(lng)}`
    const grid = area.grid?.toGrid(reading.position)
    const text =
      grid === undefined
        ? p('hints.reads_degrees', { degrees })
        : p('hints.reads', {
            degrees,
            x: formats.integer(grid.northing_m),
            y: formats.integer(grid.easting_m),
          })
    return reading.oddity === 'none' ? text : `${text}. ${p(`oddities.${reading.oddity}`)}`
  }
}
