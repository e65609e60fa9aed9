/** What is known of one village: what blocks it, its facts, each service with its evidence, the nearest sites, who was assigned. */
import { useVillage } from '../hooks/use-record.ts'
import { useWords, type Words } from '../hooks/use-words.ts'
import type { VillageRecord } from '../../core/api/records.ts'
import { Facts, type Fact } from './facts.tsx'
import { PanelFrame } from './panel-frame.tsx'
import { RecordProblem } from './record-problem.tsx'
import { VillageAssignments } from './village-assignments.tsx'
import { VillageBlockers } from './village-blockers.tsx'
import { VillageLineage } from './village-lineage.tsx'
import { VillageNearest } from './village-nearest.tsx'
import { VillageServices } from './village-services.tsx'
import { ChallengePlace, VillageToolsPlace } from './villages/village-places.tsx'

export function VillagePanel({ id }: { readonly id: number }) {
  const fetched = useVillage(id)
  const focus_key = `village:${id}`
  if (fetched.status !== 'ready') {
    return (
      <RecordProblem problem={fetched.status === 'failed' ? fetched.problem : null} focus_key={focus_key} />
    )
  }
  return <KnownVillage village={fetched.value} focus_key={focus_key} />
}

function KnownVillage({
  village,
  focus_key,
}: {
  readonly village: VillageRecord
  readonly focus_key: string
}) {
  const words = useWords()
  const { t } = words
  const located = t(`village.located_by.${village.located_by}`)
  return (
    <PanelFrame
      title={village.name}
      subtitle={`${t(`village.kind.${village.kind}`)} · ${village.commune_name} · ${village.district_name}`}
      focus_key={focus_key}
    >
      {village.position_is_sample && <p className="sample-note">{t('panel.sample_position')}</p>}
      {located !== '' && <p className="sample-note">{located}</p>}
      <VillageLineage village={village} />
      <VillageToolsPlace village={village} />
      <VillageBlockers village={village} />
      <Facts facts={toFacts(village, words)} />
      <VillageServices statements={village.statements} />
      <ChallengePlace village={village} />
      <VillageNearest village={village} />
      <VillageAssignments assignments={village.assignments} />
    </PanelFrame>
  )
}

function toFacts(village: VillageRecord, { t, formats }: Words): Fact[] {
  const toCount = (value: number | null) => (value === null ? t('village.not_known') : formats.integer(value))
  const road = village.road_access
  return [
    [t('village.population'), toCount(village.population)],
    [t('village.households'), toCount(village.households)],
    [
      t('village.grid_power'),
      toAnswer(village.grid_power, { yes: t('village.yes'), no: t('village.no') }, t('village.not_known')),
    ],
    [t('village.road_access'), road === null ? t('village.not_known') : t(`village.roads.${road}`)],
    [t('village.especially_difficult'), village.especially_difficult === true ? t('village.is') : null],
    [t('village.border'), village.border === true ? t('village.is') : null],
    [t('panel.code'), village.code],
  ]
}

function toAnswer(
  value: boolean | null,
  words: { readonly yes: string; readonly no: string },
  unknown: string,
): string {
  return value === null ? unknown : value ? words.yes : words.no
}
