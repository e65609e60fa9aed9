/** How is a question said in one line? `4G · Viettel · doanh nghiệp báo cáo · đến 31/12/2020` */
import type { Words } from '../../hooks/use-words.ts'
import type { Province } from '../../../core/api/province.ts'
import { openingQuestion, type AskedQuestion } from '../../state/question-slice.ts'

/** What is as usual (every carrier, any power, assigned or not) is left out. */
export function toQuestionText(
  question: AskedQuestion,
  { t, formats }: Pick<Words, 't' | 'formats'>,
  carriers: Province['carriers'] | undefined,
): string {
  const { service, carrier, basis, as_of, power, assigned } = question
  return [
    t(`services.${service}.name`),
    ...(carrier === null ? [] : [carriers?.find(({ code }) => code === carrier)?.name ?? carrier]),
    t(`bases.${basis}`),
    as_of === null ? t('question.today') : t('question.until', { date: formats.date(as_of) }),
    ...(power === openingQuestion.power ? [] : [t(`powers.${power}`)]),
    ...(assigned === openingQuestion.assigned ? [] : [t(`assigneds.${assigned}`)]),
  ].join(' · ')
}
