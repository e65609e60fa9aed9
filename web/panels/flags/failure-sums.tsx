/** How many villages, people and households lose each service? Each line opens its list. */
import { lostServices, type FailureAnswer, type LostService } from '../../../core/gaps/if-fails.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'

interface FailureSumsProps {
  readonly answer: FailureAnswer
  readonly service: LostService
  readonly onChoose: (service: LostService) => void
}

export function FailureSums({ answer, service, onChoose }: FailureSumsProps) {
  const { p, formats } = usePartWords('flags')
  const present = lostServices.filter((one) =>
    answer.villages.some(({ losses }) => losses.some((loss) => loss.service === one)),
  )
  return (
    <table className="flag-table failure-sums">
      <caption className="visually-hidden">{p('fails.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{p('fails.service')}</th>
          <th scope="col">{p('fails.villages')}</th>
          <th scope="col">{p('fails.people')}</th>
          <th scope="col">{p('fails.households')}</th>
        </tr>
      </thead>
      <tbody>
        {present.map((one) => {
          const sums = answer.sums[one]
          return (
            <tr key={one} data-selected={one === service}>
              <th scope="row">
                <button
                  type="button"
                  className="village-name"
                  aria-pressed={one === service}
                  onClick={() => onChoose(one)}
                >
                  {p(`fails.services.${one}`)}
                </button>
              </th>
              <td>{formats.integer(sums.villages)}</td>
              <td>
                {formats.integer(sums.people)}
                {sums.without_people > 0 && (
                  <span className="soft">
                    {p('fails.without_people', { n: formats.integer(sums.without_people) })}
                  </span>
                )}
              </td>
              <td>{formats.integer(sums.households)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
