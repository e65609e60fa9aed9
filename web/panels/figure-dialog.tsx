/** What is this figure? How it is counted, until when, against which target, and every village behind it. */
import { useMemo, useState } from 'react'
import { useWords } from '../hooks/use-words.ts'
import { toTitleName } from '../i18n/unit-names.ts'
import type { Answered } from '../state/answer-slice.ts'
import type { VillageFilter } from '../state/screen-slice.ts'
import { useApp } from '../state/store.ts'
import { findUnit, getUnitFeatures, layerOfSet } from '../state/units.ts'
import { listVillages } from '../state/village-list.ts'
import { DialogFrame } from './dialog-frame.tsx'
import { FigureMeaning } from './figure-meaning.tsx'
import { Segmented } from './segmented.tsx'
import { VillageList } from './village-list.tsx'

interface FigureDialogProps {
  /** Unit of the set shown, or null for the province. */
  readonly code: string | null
  readonly filter: VillageFilter
}

export function FigureDialog({ code, filter }: FigureDialogProps) {
  const { t } = useWords()
  const answer = useApp((state) => state.answer)
  const province = useApp((state) => state.province)
  const unit = useApp((state) =>
    code === null || state.answer === null ? null : findUnit(state.sources, state.answer.view.unit_set, code),
  )
  if (answer === null) return null
  const place = unit === null ? (province?.name ?? '') : toTitleName(unit.properties, t)
  const service = t(`services.${answer.view.question.service}.name`)
  return (
    <DialogFrame title={t('figure.title', { service, place })}>
      <FigureBody answer={answer} code={code} filter={filter} />
    </DialogFrame>
  )
}

const filters = ['not_covered', 'partial', 'unknown', 'covered', 'all'] as const

function FigureBody({
  answer,
  code,
  filter,
}: FigureDialogProps & { readonly answer: NonNullable<Answered['answer']> }) {
  const { t, formats } = useWords()
  const [chosen, setChosen] = useState<VillageFilter>(filter)
  const villages = useApp((state) => state.sources.villages)
  const units = useApp((state) => getUnitFeatures(state.sources[layerOfSet[answer.view.unit_set]]))
  const unit_index = code === null ? null : units.findIndex(({ properties }) => properties.code === code)
  const share = unit_index === null ? answer.province_villages : answer.village_shares[unit_index]
  const listed = useMemo(
    () => listVillages(villages, answer, { unit_index, filter: chosen }),
    [villages, answer, unit_index, chosen],
  )
  if (share === undefined) return null
  const countOf = (state: VillageFilter) => formats.integer(state === 'all' ? share.total : share[state])
  const list = (
    <section className="figure-list" aria-label={t('gaps.list')}>
      <Segmented
        legend={t('figure.filter')}
        value={chosen}
        choices={filters.map((value) => ({
          value,
          label: `${value === 'all' ? t('figure.all') : t(`states.${value}`)} ${countOf(value)}`,
        }))}
        onChange={setChosen}
      />
      <VillageList key={chosen} villages={listed} service={answer.view.question.service} />
    </section>
  )
  const meaning = (
    <FigureMeaning
      answer={answer}
      share={unit_index === null ? answer.province : answer.shares[unit_index]}
      isProvince={code === null}
    />
  )
  // Who asked for the gaps sees them first, who asked for the share its meaning.
  return filter === 'all' ? (
    <>
      {meaning}
      {list}
    </>
  ) : (
    <>
      {list}
      {meaning}
    </>
  )
}
