/** What are the two shares, how far apart are they, and what makes the difference? Each count opens its list. */
import type { UnitShare } from '../../../core/coverage/share.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { differenceFilters, type Difference } from '../../state/compare-slice.ts'
import type { ComparedResult } from '../../state/comparison.ts'
import { useApp } from '../../state/store.ts'
import { changeDifferences } from './change-differences.ts'
import { ChangeMark } from './change-mark.tsx'
import type { Side } from './side.ts'
import { toPointsText } from './to-points-text.ts'
import { useChangeWords } from './use-change-words.ts'

export function Summary({ result }: { readonly result: ComparedResult }) {
  const { p, formats } = usePartWords('time')
  const { province } = result.comparison
  const { difference_pp } = province
  return (
    <section className="compare-summary" aria-label={p('compare.shares')}>
      <dl>
        <SideShare side="a" share={province.a} result={result} />
        <SideShare side="b" share={province.b} result={result} />
        <div>
          <dt>{p('compare.difference')}</dt>
          <dd className="compare-share">
            {difference_pp === null ? '–' : toPointsText(difference_pp, formats)}
          </dd>
          <dd className="soft">{difference_pp === null ? '' : p('compare.points_unit')}</dd>
        </div>
      </dl>
      <Changes result={result} />
    </section>
  )
}

interface SideShareProps {
  readonly side: Side
  readonly share: UnitShare
  readonly result: ComparedResult
}

function SideShare({ side, share, result }: SideShareProps) {
  const { t, p, formats } = usePartWords('time')
  const counted = t(`counted.${result.a.weight}`, { count: share.total, n: formats.integer(share.total) })
  return (
    <div>
      <dt>
        <span className="compare-letter" aria-hidden="true">
          {side.toUpperCase()}
        </span>
        {p(`compare.side.${side}`)}
      </dt>
      <dd className="compare-share">
        {share.percent === null ? p('compare.no_share') : formats.percent(share.percent)}
      </dd>
      <dd className="soft">{p('compare.share_of', { covered: formats.integer(share.covered), counted })}</dd>
      {share.unknown > 0 && (
        <dd className="soft">{t('headline.unknown', { n: formats.integer(share.unknown) })}</dd>
      )}
    </div>
  )
}

function Changes({ result }: { readonly result: ComparedResult }) {
  const { p, formats } = usePartWords('time')
  const toWords = useChangeWords()
  const filter = useApp((state) => state.differences.filter)
  const { changes, gained_unsaid, lost_unsaid } = result.comparison.province
  const shown = differenceFilters.filter((one): one is Difference => one !== 'all' && one !== 'both_known')
  return (
    <>
      <h3>{p('compare.what_changed')}</h3>
      <ul className="compare-changes">
        {shown.map((change) => {
          const { villages, households, population } = changes[change]
          if (villages === 0 && change !== 'gained' && change !== 'lost') return null
          return (
            <li key={change}>
              <button
                type="button"
                aria-pressed={filter === change}
                onClick={() => changeDifferences({ filter: filter === change ? 'all' : change })}
              >
                <ChangeMark change={change} />
                <strong>{toWords(change)}</strong>
                <span>
                  {p('compare.counted_people', {
                    villages: formats.integer(villages),
                    households: formats.integer(households),
                    people: formats.integer(population),
                  })}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      {gained_unsaid.villages > 0 && (
        <Unsaid
          change="gained"
          text={p('compare.unsaid_gained', { n: formats.integer(gained_unsaid.villages) })}
        />
      )}
      {lost_unsaid.villages > 0 && (
        <Unsaid change="lost" text={p('compare.unsaid_lost', { n: formats.integer(lost_unsaid.villages) })} />
      )}
    </>
  )
}

function Unsaid({ change, text }: { readonly change: Difference; readonly text: string }) {
  return (
    <p className="note compare-unsaid">
      <ChangeMark change={change} known="one_side" /> {text}
    </p>
  )
}
