/** How does one village become several? Each with a name, a code and a place, and the households shared out among them. */
import type { VillageRecord } from '../../../core/api/records.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useVillage } from '../../hooks/use-record.ts'
import { stopEditing } from '../../state/edit-slice.ts'
import { mostParts, withNewWhole, withPart, withSharesOut } from '../../state/split-draft.ts'
import { useApp } from '../../state/store.ts'
import { toCount } from '../../state/village-edit.ts'
import { RecordProblem } from '../record-problem.tsx'
import { EvidenceFields } from './evidence-fields.tsx'
import { TextField } from './fields.tsx'
import { FormFrame } from './form-frame.tsx'
import { NewsOfVillages } from './news-of-villages.tsx'
import { SuccessionPreview } from './succession-preview.tsx'
import { useSplitting } from './use-splitting.ts'
import { SharesLeft, VillagePart } from './village-part.tsx'

export function SplitForm({ id }: { readonly id: number }) {
  const fetched = useVillage(id)
  if (fetched.status === 'ready') return <KnownSplitForm village={fetched.value} />
  const problem = fetched.status === 'failed' ? fetched.problem : null
  return <RecordProblem problem={problem} focus_key={`split:${id}`} />
}

function KnownSplitForm({ village }: { readonly village: VillageRecord }) {
  const { p, formats } = usePartWords('villages')
  const today = useApp((state) => state.today)
  const splitting = useSplitting(village)
  const { draft, change, toProblem, taken } = splitting
  const { parts, seen } = draft
  const households = toCount(seen.draft.households)
  return (
    <FormFrame
      level="h2"
      title={p('split.title', { name: village.name })}
      save_label={p('split.save', { n: parts.length })}
      saving={splitting.saving}
      draft={splitting}
      onSave={() => void splitting.save()}
      onCancel={splitting.cancel}
    >
      <p className="note">{p('split.lead')}</p>
      <NewsOfVillages
        news={splitting.news}
        seen={[seen]}
        onTake={({ type }) =>
          type === 'ended' ? stopEditing() : change((latest) => withNewWhole(latest, village))
        }
      />
      <SplitParts splitting={splitting} />
      <div className="edit-row">
        {parts.length < mostParts && (
          <button
            type="button"
            className="plain-button"
            onClick={() => change((latest) => ({ parts: withPart(latest, village, taken) }))}
          >
            {p('split.add')}
          </button>
        )}
        {households !== null && (
          <button
            type="button"
            className="plain-button"
            onClick={() => change((latest) => ({ parts: withSharesOut(latest) }))}
          >
            {p('split.share', { n: formats.integer(households) })}
          </button>
        )}
      </div>
      <SharesLeft draft={draft} />
      <TextField
        label={p('fields.valid_from')}
        type="date"
        max={today}
        value={draft.valid_from}
        problem={toProblem('valid_from')}
        onChange={(valid_from) => change({ valid_from })}
      />
      <EvidenceFields
        evidence={draft}
        is_missing={splitting.needsSource}
        toProblem={toProblem}
        onChange={change}
      />
      <SuccessionPreview
        ending={[village]}
        coming={parts.map((part) => ({
          code: part.code,
          name: part.name,
          households: toCount(part.households),
          population: toCount(part.population),
          grid_power: part.grid_power === '' ? null : part.grid_power === 'yes',
        }))}
        valid_from={draft.valid_from}
      />
    </FormFrame>
  )
}

function SplitParts({ splitting }: { readonly splitting: ReturnType<typeof useSplitting> }) {
  const { active } = splitting
  const { parts } = splitting.draft
  return (
    <>
      {parts.map((part, index) => (
        <VillagePart
          key={index}
          number={index + 1}
          part={part}
          area={splitting.area}
          problems={splitting.partProblems[index] ?? {}}
          saving={splitting.saving}
          is_active={active === index}
          can_remove={parts.length > 2}
          onActivate={() => splitting.setActive(index)}
          onChange={(more) => splitting.changePart(index, more)}
          onRemove={() => splitting.removePart(index)}
        />
      ))}
    </>
  )
}
