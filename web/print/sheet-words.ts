/** What is the map on the sheet an answer to? The question, the answer, the data and their origin, in words. */
import type { TFunction } from 'i18next'
import type { Province } from '../../core/api/province.ts'
import type { UnitSet } from '../../core/coverage/question.ts'
import { toVietnamDate } from '../../core/dates.ts'
import type { Words } from '../hooks/use-words.ts'
import { toShownDate } from '../state/question-slice.ts'
import type { AppState } from '../state/store.ts'
import type { UnitTable } from '../state/unit-rows.ts'
import type { SheetContent } from './sheet-content.ts'

export interface PrintWords {
  readonly p: TFunction<'print'>
}

type Answer = NonNullable<AppState['answer']>

export interface SheetState {
  readonly answer: Answer
  readonly province: Province
  readonly question: AppState['question']
  readonly today: string
  /** What the areas show. */
  readonly mode: UnitTable['mode']
}

export interface SheetWords {
  readonly default_title: string
  readonly question: string
  readonly answer: string
  readonly sample: SheetContent['sample']
  /** From where and when; without the address and the credits. */
  readonly data: string
}

export function toSheetWords(state: SheetState, words: Words, { p }: PrintWords): SheetWords {
  const { t, formats } = words
  const { answer, province } = state
  const { service } = answer.view.question
  const noun = t(`weights.${answer.view.weight}`)
  const { latest_observed_on, title } = province.data
  return {
    default_title: p('sheet.title', {
      share:
        state.mode === 'share'
          ? t('legend.share', { noun, has: t(`services.${service}.has`) })
          : p('sheet.remaining', { lacks: t(`services.${service}.lacks`) }),
      province: province.name,
    }),
    question: toQuestion(state, words, { p }),
    answer: toAnswer(answer, words),
    sample: province.data.is_sample ? { mark: p('sheet.sample'), reason: p('sheet.sample_reason') } : null,
    data: p('sheet.data', {
      title,
      latest: latest_observed_on === null ? '–' : formats.date(latest_observed_on),
      printed: formats.date(toVietnamDate(new Date())),
    }),
  }
}

function toQuestion(
  { answer, province, question, today }: SheetState,
  words: Words,
  { p }: PrintWords,
): string {
  const { t, formats } = words
  const { weight, unit_set } = answer.view
  const asked = answer.view.question
  const carrier = province.carriers.find(({ code }) => code === asked.carrier)?.name
  return [
    p('sheet.units', { units: toUnitSetName(unit_set, province, words) }),
    p('sheet.weight', { noun: t(`weights.${weight}`) }),
    asked.carrier === null ? t('question.all_carriers') : (carrier ?? asked.carrier),
    t(`bases.${asked.basis}`),
    t('question.until', { date: formats.date(toShownDate(question, province, today)) }),
    ...(asked.power === 'any' ? [] : [t(`powers.${asked.power}`)]),
    ...(asked.assigned === 'any' ? [] : [t(`assigneds.${asked.assigned}`)]),
  ].join(' · ')
}

function toUnitSetName(unit_set: UnitSet, province: Province, { t, formats }: Words): string {
  const found = province.unit_sets.find((set) => set.unit_set === unit_set)
  const day = unit_set === 'commune-2025' ? found?.valid_from : (found?.valid_to ?? found?.valid_from)
  const name = t(`unit_sets.${unit_set}`, {
    month: day === undefined || day === null ? '' : formats.month(day),
  })
  return name.toLocaleLowerCase('vi')
}

function toAnswer({ view, province: share }: Answer, { t, formats }: Words): string {
  const toCounted = (count: number) => t(`counted.${view.weight}`, { count, n: formats.integer(count) })
  const { service } = view.question
  const left = share.not_covered + share.partial
  return [
    share.percent === null ? t('headline.none_known') : formats.percent(share.percent),
    t('headline.covered', {
      covered: formats.integer(share.covered),
      total: toCounted(share.total),
      has: t(`services.${service}.has`),
    }),
    ...(left === 0
      ? []
      : [
          t('headline.lacking', {
            counted: toCounted(share.not_covered),
            lacks: t(`services.${service}.lacks`),
          }),
        ]),
    ...(share.partial === 0 ? [] : [t('headline.partial', { n: formats.integer(share.partial) })]),
    ...(share.unknown === 0 ? [] : [t('headline.unknown', { n: formats.integer(share.unknown) })]),
  ].join(' · ')
}
