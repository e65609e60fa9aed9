/** How is a share counted, from what, and what stands beside it: the target and what was published? */
import { usePartWords } from '../hooks/use-part-words.ts'
import type { UnitShare } from '../../core/coverage/share.ts'
import type { Answered } from '../state/answer-slice.ts'
import { findTarget, isPlanFigure, toShownDate } from '../state/question-slice.ts'
import { listPublishedShares } from '../state/published-shares.ts'
import { useApp } from '../state/store.ts'
import { SourceName } from './source-name.tsx'

interface FigureMeaningProps {
  readonly answer: NonNullable<Answered['answer']>
  readonly share: UnitShare | undefined
  /** Targets and published figures are those of the province. */
  readonly isProvince: boolean
}

export function FigureMeaning({ answer, share, isProvince }: FigureMeaningProps) {
  const { t, p, formats } = usePartWords('gaps')
  const noun = t(`weights.${answer.view.weight}`)
  const { service } = answer.view.question
  return (
    <section className="figure-meaning">
      {share !== undefined && share.percent !== null && (
        <p className="figure-share">
          <strong>{formats.percent(share.percent)}</strong>{' '}
          <span>
            {t('headline.covered', {
              covered: formats.integer(share.covered),
              total: t(`counted.${answer.view.weight}`, {
                count: share.total,
                n: formats.integer(share.total),
              }),
              has: t(`services.${service}.has`),
            })}
          </span>
        </p>
      )}
      <h3>{p('figure.how')}</h3>
      <p>{p('figure.formula', { noun, has: t(`services.${service}.has`) })}</p>
      <CountingRules answer={answer} />
      {isProvince && <TargetText />}
      {isProvince && <PublishedText counted={share?.percent ?? null} />}
      <DataText answer={answer} />
    </section>
  )
}

function CountingRules({ answer }: Pick<FigureMeaningProps, 'answer'>) {
  const { t, p } = usePartWords('gaps')
  const { service, basis, carrier } = answer.view.question
  const name = useApp((state) => state.province?.carriers.find(({ code }) => code === carrier)?.name)
  return (
    <ul className="rules">
      {service === 'mobile' && <li>{p('figure.rule_mobile')}</li>}
      <li>{p('figure.rule_apart')}</li>
      <li>
        {basis === 'strongest'
          ? p('figure.rule_basis_strongest')
          : p('figure.rule_basis_one', { basis: t(`bases.${basis}`) })}
      </li>
      <li>
        {carrier === null
          ? p('figure.rule_carriers')
          : p('figure.rule_one_carrier', { carrier: name ?? carrier })}
      </li>
    </ul>
  )
}

function TargetText() {
  const { p, formats } = usePartWords('gaps')
  const question = useApp((state) => state.question)
  const province = useApp((state) => state.province)
  const today = useApp((state) => state.today)
  const target = findTarget(question, province, today)
  return (
    <>
      <h3>{p('figure.target')}</h3>
      {target === null ? (
        <p>{p('figure.target_none', { year: toShownDate(question, province, today).slice(0, 4) })}</p>
      ) : (
        <p>
          {p('figure.target_text', {
            year: String(target.year),
            percent: formats.shortPercent(target.percent),
            indicator: target.indicator_code,
          })}
          <br />
          <span lang="vi">{target.indicator_name}.</span> <SourceName code={target.source_code} />
        </p>
      )}
    </>
  )
}

function PublishedText({ counted }: { readonly counted: number | null }) {
  const { p, formats } = usePartWords('gaps')
  const question = useApp((state) => state.question)
  const figures = useApp((state) => state.province?.published_figures)
  const published = listPublishedShares(figures ?? [], question.service)
  if (published.length === 0 || !isPlanFigure(question)) return null
  return (
    <>
      <h3>{p('figure.published')}</h3>
      {published.map((figure) => (
        <p key={`${figure.key} ${figure.period}`}>
          {p('figure.published_text', { value: formats.shortPercent(figure.value), period: figure.period })}
          {counted !== null && ` · ${p('figure.counted_here')}: ${formats.percent(counted)}`}
          <br />
          <span className="soft" lang="vi">
            {p('figure.published_as', { quote: figure.quote })}
          </span>{' '}
          <SourceName code={figure.source_code} />
        </p>
      ))}
    </>
  )
}

function DataText({ answer }: Pick<FigureMeaningProps, 'answer'>) {
  const { t, p, formats } = usePartWords('gaps')
  const data = useApp((state) => state.province?.data)
  if (data === undefined) return null
  return (
    <>
      <h3>{p('figure.data')}</h3>
      <p>
        {p('figure.counted_until', {
          date: formats.date(answer.view.question.as_of),
          latest: data.latest_observed_on === null ? '–' : formats.date(data.latest_observed_on),
        })}
      </p>
      <p className="soft">{data.title}</p>
      {data.is_sample && <p className="sample-note">{t('header.sample_text')}</p>}
    </>
  )
}
