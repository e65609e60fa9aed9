/** What is the answer? The share of the province, the count behind it, and the gaps; each number opens its list. */
import { useWords, type Words } from '../hooks/use-words.ts'
import type { Answered } from '../state/answer-slice.ts'
import { findTarget } from '../state/question-slice.ts'
import type { VillageFilter } from '../state/screen-slice.ts'
import { useApp } from '../state/store.ts'
import { StateMark } from './state-mark.tsx'

type Answer = NonNullable<Answered['answer']>

export function Headline() {
  const { t } = useWords()
  const answer = useApp((state) => state.answer)
  if (answer === null) return <HeadlineSkeleton />
  return (
    <section className="headline" aria-label={t('headline.what_is_this')}>
      <Answered answer={answer} />
    </section>
  )
}

function Answered({ answer }: { readonly answer: Answer }) {
  const words = useWords()
  const { t, formats } = words
  const { province: share } = answer
  const { service } = answer.view.question
  const percent = share.percent === null ? t('headline.none_known') : formats.percent(share.percent)
  const sentence = toSentence(answer, words)
  const lacking = toCounted(share.not_covered, answer, words)
  return (
    <>
      <button
        type="button"
        className="headline-share"
        title={t('headline.what_is_this')}
        onClick={() => openFigure('all')}
      >
        {percent}
        <span className="visually-hidden"> {t('headline.what_is_this')}</span>
      </button>
      <div className="headline-counts">
        <p>{sentence}</p>
        <p>
          <button type="button" className="door door-gap" onClick={() => openFigure('not_covered')}>
            <StateMark state="not_covered" />
            {t('headline.lacking', { counted: lacking, lacks: t(`services.${service}.lacks`) })}
          </button>
        </p>
        <p className="soft">
          <button type="button" className="door" onClick={() => openFigure('partial')}>
            {t('headline.partial', { n: formats.integer(share.partial) })}
          </button>
          {' · '}
          <button type="button" className="door" onClick={() => openFigure('unknown')}>
            {t('headline.unknown', { n: formats.integer(share.unknown) })}
          </button>
          <TargetNote />
        </p>
      </div>
      <p className="visually-hidden" role="status">
        {t('headline.announce', { service: t(`services.${service}.name`), percent, sentence })}
      </p>
    </>
  )
}

function TargetNote() {
  const { t, formats } = useWords()
  const question = useApp((state) => state.question)
  const province = useApp((state) => state.province)
  const today = useApp((state) => state.today)
  const target = findTarget(question, province, today)
  if (target === null) return null
  return (
    <span className="target-note">
      {' · '}
      {t('headline.target', { year: String(target.year), percent: formats.shortPercent(target.percent) })}
    </span>
  )
}

function toSentence(answer: Answer, words: Words): string {
  const { t, formats } = words
  return t('headline.covered', {
    covered: formats.integer(answer.province.covered),
    total: toCounted(answer.province.total, answer, words),
    has: t(`services.${answer.view.question.service}.has`),
  })
}

function toCounted(count: number, answer: Answer, { t, formats }: Words): string {
  return t(`counted.${answer.view.weight}`, { count, n: formats.integer(count) })
}

function openFigure(filter: VillageFilter): void {
  useApp.setState({ dialog: { type: 'figure', code: null, filter } })
}

function HeadlineSkeleton() {
  const { t } = useWords()
  return (
    <section className="headline" aria-busy="true" aria-label={t('app.loading')}>
      <span className="skeleton skeleton-share" />
      <div className="headline-counts">
        <span className="skeleton skeleton-line" />
        <span className="skeleton skeleton-line" />
        <span className="skeleton skeleton-line" />
      </div>
    </section>
  )
}
