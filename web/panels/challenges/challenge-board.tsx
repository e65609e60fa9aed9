/** How do carriers answer: how many are waiting, with how many days left, how late, and what came of them? */
import type { Challenge } from '../../../core/api/challenges.ts'
import { countAnswers } from '../../state/challenge-rows.ts'
import { useChallengeWords } from './use-challenge-words.ts'

const columns = ['waiting', 'least_left', 'late', 'days_late', 'answered', 'agreed', 'against'] as const

export function ChallengeBoard({ challenges }: { readonly challenges: readonly Challenge[] }) {
  const { p, formats, nameCarrier } = useChallengeWords()
  const lines = countAnswers(challenges)
  if (lines.length === 0) return null
  return (
    <div className="assigned-board">
      <h3>{p('board.title')}</h3>
      {/* Wider than a telephone: it is moved sideways, also by keys. */}
      <div className="assigned-board-frame" tabIndex={0} role="region" aria-label={p('board.title')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{p('board.carrier')}</th>
              {columns.map((column) => (
                <th scope="col" key={column}>
                  {p(`board.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.carrier_code}>
                <th scope="row">{nameCarrier(line.carrier_code)}</th>
                {columns.map((column) => {
                  const value = line[column]
                  return <td key={column}>{value === null ? '–' : formats.integer(value)}</td>
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
