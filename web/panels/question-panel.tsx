/** What is asked? Service and units as segments, the rest as a sentence whose underlined parts are the controls. */
import { askedServices } from '../../core/coverage/states.ts'
import { useWords } from '../hooks/use-words.ts'
import { locatedSets, toShownDate, toUnitSet } from '../state/question-slice.ts'
import { useApp } from '../state/store.ts'
import { askQuestion } from '../state/transitions.ts'
import type { Province } from '../../core/api/province.ts'
import type { LocatedSet } from '../workers/engine.ts'
import { QuestionSentence } from './question-sentence.tsx'
import { Segmented } from './segmented.tsx'

export function QuestionPanel() {
  const { t, formats } = useWords()
  const question = useApp((state) => state.question)
  const province = useApp((state) => state.province)
  const today = useApp((state) => state.today)
  const unitSet = toUnitSet(question, province, today)
  const reform = findSet(province, 'commune-2025')
  const shown = toShownDate(question, province, today)
  return (
    <section className="question" aria-label={t('question.heading')}>
      <Segmented
        legend={t('question.service')}
        value={question.service}
        choices={askedServices.map((service) => ({
          value: service,
          label: t(`services.${service}.short`),
          full_name: t(`services.${service}.name`),
        }))}
        onChange={(service) => useApp.setState((state) => askQuestion(state, { service }))}
      />
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
      <QuestionSentence />
      {unitSet === 'district' && reform !== undefined && shown >= reform.valid_from && (
        <p className="note">{t('question.old_districts')}</p>
      )}
    </section>
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
