/** Which service is asked about, and which units are compared? */
import { askedServices } from '../../core/coverage/states.ts'
import { useWords } from '../hooks/use-words.ts'
import { locatedSets, toShownDate, toUnitSet } from '../state/question-slice.ts'
import { useApp } from '../state/store.ts'
import { askQuestion } from '../state/transitions.ts'
import type { Province } from '../../core/api/province.ts'
import type { LocatedSet } from '../workers/engine.ts'
import { Segmented } from './segmented.tsx'

export function ServicePicker() {
  const { t } = useWords()
  const service = useApp((state) => state.question.service)
  return (
    <Segmented
      legend={t('question.service')}
      value={service}
      choices={askedServices.map((value) => ({
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
        choices={locatedSets
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

function findSet(province: Province | null, set: LocatedSet) {
  return province?.unit_sets.find(({ unit_set }) => unit_set === set)
}

/** Until when old units held, since when new ones do. */
function toBoundary(province: Province | null, set: LocatedSet): string | null {
  const found = findSet(province, set)
  return (set === 'commune-2025' ? found?.valid_from : (found?.valid_to ?? found?.valid_from)) ?? null
}
