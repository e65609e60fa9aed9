/** Which service is asked about, and which units are compared? */
import { unitSets } from '../../core/coverage/question.ts'
import { gapServices, plannedServices, type AskedService } from '../../core/coverage/states.ts'
import { useWords } from '../hooks/use-words.ts'
import { toShownDate, toUnitSet } from '../state/question-slice.ts'
import { useApp } from '../state/store.ts'
import { askQuestion } from '../state/transitions.ts'
import type { Province } from '../../core/api/province.ts'
import type { UnitSet } from '../../core/coverage/question.ts'
import { Segmented } from './segmented.tsx'

export function ServicePicker() {
  const { t } = useWords()
  return (
    <>
      <ServiceChoice legend={t('question.service')} services={plannedServices} />
      <ServiceChoice legend={t('question.gap')} services={gapServices} />
    </>
  )
}

interface ServiceChoiceProps {
  readonly legend: string
  readonly services: readonly AskedService[]
}

function ServiceChoice({ legend, services }: ServiceChoiceProps) {
  const { t } = useWords()
  const service = useApp((state) => state.question.service)
  return (
    <Segmented
      legend={legend}
      value={service}
      choices={services.map((value) => ({
        value,
        label: t(`services.${value}.short`),
        full_name: t(`services.${value}.name`),
      }))}
      onChange={(chosen) => useApp.setState((state) => askQuestion(state, { service: chosen }))}
    />
  )
}

export function UnitSetPicker() {
  const { t, formats } = useWords()
  const province = useApp((state) => state.province)
  const unitSet = useApp(({ question, province, today }) => toUnitSet(question, province, today))
  const shown = useApp(({ question, province, today }) => toShownDate(question, province, today))
  const reform = findSet(province, 'commune-2025')
  return (
    <>
      <Segmented
        legend={t('question.unit_set')}
        value={unitSet}
        choices={unitSets
          .filter((set) => (findSet(province, set)?.count ?? 1) > 0)
          .map((set) => ({
            value: set,
            label: t(`unit_sets.${set}`, { month: formats.month(toBoundary(province, set) ?? shown) }),
          }))}
        onChange={(unit_set) => useApp.setState((state) => askQuestion(state, { unit_set }))}
      />
      {unitSet === 'district' && reform !== undefined && shown >= reform.valid_from && (
        <p className="note">{t('question.old_districts')}</p>
      )}
    </>
  )
}

function findSet(province: Province | null, set: UnitSet) {
  return province?.unit_sets.find(({ unit_set }) => unit_set === set)
}

/** Until when old units held, since when new ones do. */
function toBoundary(province: Province | null, set: UnitSet): string | null {
  const found = findSet(province, set)
  return (set === 'commune-2025' ? found?.valid_from : (found?.valid_to ?? found?.valid_from)) ?? null
}
