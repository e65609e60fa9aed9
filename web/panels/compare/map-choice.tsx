/** Which of the two maps is seen? Both beside each other, or one alone: on a phone there is little room for two. */
import { usePartWords } from '../../hooks/use-part-words.ts'
import { useComparison, type ComparedResult } from '../../state/comparison.ts'
import { ChangeMark } from './change-mark.tsx'
import { useChangeWords } from './use-change-words.ts'

const choices = [
  { key: 'a', divider: 1 },
  { key: 'both', divider: 0.5 },
  { key: 'b', divider: 0 },
] as const

export function MapChoice({ result }: { readonly result: ComparedResult }) {
  const { p } = usePartWords('time')
  const divider = useComparison((screen) => screen.divider)
  const toWords = useChangeWords()
  const { gained_unsaid, lost_unsaid } = result.comparison.province
  return (
    <div className="compare-map-choice">
      <div className="compare-toggle" role="group" aria-label={p('compare.map.shown')}>
        {choices.map(({ key, divider: at }) => (
          <button
            key={key}
            type="button"
            aria-pressed={at === 0.5 ? divider > 0 && divider < 1 : divider === at}
            onClick={() => useComparison.setState({ divider: at })}
          >
            {p(`compare.map.show.${key}`)}
          </button>
        ))}
      </div>
      <ul className="marks" aria-label={p('compare.map.legend')}>
        <li>
          <ChangeMark change="gained" /> {toWords('gained')}
        </li>
        <li>
          <ChangeMark change="lost" /> {toWords('lost')}
        </li>
        {gained_unsaid.villages + lost_unsaid.villages > 0 && (
          <li>
            {gained_unsaid.villages > 0 && <ChangeMark change="gained" known="one_side" />}
            {lost_unsaid.villages > 0 && <ChangeMark change="lost" known="one_side" />}{' '}
            {p('compare.one_side')}
          </li>
        )}
      </ul>
    </div>
  )
}
