/** What is the answer? The share of the province, the count behind it, and what remains; each number opens its list. */
import { useWords, type Words } from '../hooks/use-words.ts'
import type { Answered as AnsweredState } from '../state/answer-slice.ts'
import type { CoverageState } from '../../core/coverage/states.ts'
import { useTarget } from '../hooks/use-target.ts'
import { isUnknown } from '../state/is-mostly-unknown.ts'
import { gapStates, listedStates, type ListView } from '../state/list-view.ts'
import { useApp } from '../state/store.ts'
import { openList } from '../state/transitions.ts'
import { StateMark } from './state-mark.tsx'

type Answer = NonNullable<AnsweredState['answer']>

export function Headline() {
  const { t } = useWords()
  const answer = useApp((state) => state.answer)
  if (answer === null) return <HeadlineSkeleton />
  return (
    <section className="headline" aria-label={t('headline.what_is_this')}>
      <Share answer={answer} />
      <Remaining answer={answer} />
    </section>
  )
}

function Share({ answer }: { readonly answer: Answer }) {
  const words = useWords()
  const { t, formats } = words
  const target = useTarget()
  const { percent: share, unknown, total } = answer.province
  const none = answer.province.total === 0 ? '–' : t('headline.none_known')
  const percent = share === null || isUnknown(answer.province) ? none : formats.percent(share)
  // Of nothing, or where nothing is known, “0 of 1,445” would be taken for a no.
  const sentence = unknown === total ? '' : toSentence(answer, words)
  const service = t(`services.${answer.view.question.service}.name`)
  return (
    <>
      <button
        type="button"
        className="headline-share"
        title={t('headline.what_is_this')}
        onClick={() => open({ states: listedStates, meaning: 'open' })}
      >
        {percent}
        <span className="visually-hidden"> {t('headline.what_is_this')}</span>
      </button>
      <div className="headline-sentence">
        <p>{sentence}</p>
        {target !== null && (
          <p className="soft">
            {t('headline.target', {
              year: String(target.year),
              percent: formats.shortPercent(target.percent),
            })}
          </p>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {sentence === '' ? `${service}: ${percent}.` : t('headline.announce', { service, percent, sentence })}
      </p>
    </>
  )
}

function Remaining({ answer }: { readonly answer: Answer }) {
  const words = useWords()
  const { t, formats } = words
  const { not_covered, partial, unknown, total } = answer.province
  if (total === 0) return <p className="headline-left">{t('headline.nothing')}</p>
  const lacks = t(`services.${answer.view.question.service}.lacks`)
  const left = not_covered + partial
  if (unknown === total) {
    return (
      <p className="headline-left">
        <Door state="unknown" text={t('headline.unknown', { n: formats.integer(unknown) })} />
      </p>
    )
  }
  return (
    <p className="headline-left">
      {left === 0 ? t('headline.none_left') : t('headline.left', { n: formats.integer(left) })}{' '}
      {not_covered > 0 && (
        <Door
          state="not_covered"
          text={t('headline.lacking', { counted: toCounted(not_covered, answer, words), lacks })}
        />
      )}
      {partial > 0 && <Door state="partial" text={t('headline.partial', { n: formats.integer(partial) })} />}
      {unknown > 0 && <Door state="unknown" text={t('headline.unknown', { n: formats.integer(unknown) })} />}
      {toGapCount(answer) > 0 && (
        <button type="button" className="text-button" onClick={() => open({ states: gapStates })}>
          {t('headline.see_all', {
            n: t('counted.villages', { count: toGapCount(answer), n: formats.integer(toGapCount(answer)) }),
          })}
        </button>
      )}
    </p>
  )
}

function Door({ state, text }: { readonly state: CoverageState; readonly text: string }) {
  return (
    <button type="button" className={`door door-${state}`} onClick={() => open({ states: [state] })}>
      <StateMark state={state} />
      <span>{text}</span>
    </button>
  )
}

/** Villages, whatever is counted: those that a list can hold. */
function toGapCount({ province_villages: { not_covered, partial, unknown } }: Answer): number {
  return not_covered + partial + unknown
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

function open(change: Partial<ListView>): void {
  useApp.setState((state) => openList(state, { scope: { type: 'province' }, ...change }))
}

function HeadlineSkeleton() {
  const { t } = useWords()
  return (
    <section className="headline" aria-busy="true" aria-label={t('app.loading')}>
      <span className="skeleton skeleton-share" />
      <div className="headline-sentence">
        <span className="skeleton skeleton-line" />
        <span className="skeleton skeleton-line" />
      </div>
      <div className="headline-left">
        <span className="skeleton skeleton-line" />
      </div>
    </section>
  )
}
