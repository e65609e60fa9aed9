/** How do villages become one? Chosen from a list or on the map, with what is going to happen said before it is done. */
import type { VillageRecord } from '../../../core/api/records.ts'
import { toMergedVillage } from '../../../core/inventory/village-lineage.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { toSeen, type MergeDraft } from '../../state/merge-draft.ts'
import { toNewVillage } from '../../state/new-village.ts'
import { EvidenceFields } from './evidence-fields.tsx'
import { FormFrame } from './form-frame.tsx'
import { ChosenVillages, MergedFields } from './merge-fields.tsx'
import { NewsOfVillages } from './news-of-villages.tsx'
import { SuccessionPreview } from './succession-preview.tsx'
import { isOneCommune, useMerging } from './use-merging.ts'
import { VillageChoice } from './village-choice.tsx'

interface MergeFormProps {
  /** Chosen from the beginning. */
  readonly ids: readonly number[]
  readonly commune_code: string | null
}

export function MergeForm({ ids, commune_code }: MergeFormProps) {
  const { p } = usePartWords('villages')
  const merging = useMerging(ids)
  const { draft, change, chosen, news, remove, choose, toProblem, area } = merging
  const { seen } = draft
  return (
    <FormFrame
      level="h2"
      title={p('merge.title')}
      save_label={p('merge.save', { n: seen.length })}
      saving={merging.saving}
      draft={merging}
      onSave={() => void merging.save()}
      onCancel={merging.cancel}
    >
      <ChosenVillages villages={chosen} problem={toProblem('villages')} onRemove={remove} />
      <NewsOfVillages
        news={news}
        seen={seen}
        onTake={({ village, type }) => {
          if (type === 'ended') remove(village.id)
          else
            change((latest) => ({
              seen: latest.seen.map((one) => (one.id === village.id ? toSeen(village) : one)),
            }))
        }}
      />
      <VillageChoice
        chosen={seen.map(({ id }) => id)}
        commune_code={commune_code}
        onChoose={(id) => void choose(id)}
      />
      <MergedFields
        draft={draft}
        chosen={chosen}
        needs_commune={!isOneCommune(chosen) && draft.position === '' && draft.commune_pin === ''}
        area={area}
        toProblem={toProblem}
        onChange={change}
      />
      <EvidenceFields
        evidence={draft}
        is_missing={merging.needsSource}
        toProblem={toProblem}
        onChange={change}
      />
      {chosen.length > 1 && (
        <SuccessionPreview
          ending={chosen}
          coming={[toComing(chosen, draft, toNewVillage(draft, area, 'follows').village)]}
          valid_from={draft.valid_from}
        />
      )}
    </FormFrame>
  )
}

/** By the same rule as the server's; before the form can be sent, of what can be said already. */
function toComing(
  chosen: readonly VillageRecord[],
  draft: MergeDraft,
  read: ReturnType<typeof toNewVillage>['village'],
) {
  const into = toMergedVillage(chosen, read ?? { code: draft.code, name: draft.name, kind: draft.kind })
  return {
    code: draft.code,
    name: draft.name,
    households: into.households ?? null,
    population: into.population ?? null,
    grid_power: into.grid_power ?? null,
  }
}
