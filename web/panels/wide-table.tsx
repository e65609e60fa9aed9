/** The answer without a map: every unit with the share of every service. */
import type { UnitSet } from '../../core/coverage/question.ts'
import { plannedServices, type PlannedService } from '../../core/coverage/states.ts'
import { useUnitTable } from '../hooks/use-unit-table.ts'
import { useWords } from '../hooks/use-words.ts'
import { toShortName } from '../i18n/unit-names.ts'
import { useApp } from '../state/store.ts'
import { isUnknown } from '../state/is-mostly-unknown.ts'
import { listedStates } from '../state/list-view.ts'
import { askQuestion, openList, select } from '../state/transitions.ts'
import type { UnitShare } from '../../core/coverage/share.ts'

export function WideTable() {
  const { t } = useWords()
  const table = useUnitTable()
  const answer = useApp((state) => state.answer)
  const services = useApp((state) => state.services)
  if (table === null || answer === null) return null
  const { unit_set } = answer.view
  const isMatching = services?.view.unit_set === unit_set
  return (
    <table className="wide-table">
      <thead>
        <tr>
          <th scope="col">{t(`unit_columns.${unit_set}`)}</th>
          {plannedServices.map((service) => (
            <th scope="col" key={service}>
              {t(`services.${service}.name`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          <tr key={row.code}>
            <th scope="row">
              <button
                type="button"
                className="village-name"
                onClick={() =>
                  useApp.setState((state) => select(state, { type: 'unit', unit_set, code: row.code }))
                }
              >
                {toShortName(row, t)}
              </button>
            </th>
            {plannedServices.map((service) => (
              <ShareCell
                key={service}
                onOpen={() => openShare({ service, unit_set, code: row.code })}
                name={`${toShortName(row, t)}, ${t(`services.${service}.name`)}`}
                share={isMatching ? services?.shares[service].units[index] : undefined}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface OpenedShare {
  readonly service: PlannedService
  readonly unit_set: UnitSet
  readonly code: string
}

/** The service of the cell is asked about, so that its list can stand behind it. */
function openShare({ service, unit_set, code }: OpenedShare): void {
  useApp.setState((before) => {
    const state = { ...before, ...askQuestion(before, { service }) }
    return {
      ...state,
      ...select(state, { type: 'unit', unit_set, code }),
      ...openList(state, { scope: { type: 'unit', code }, states: listedStates }),
    }
  })
}

interface ShareCellProps {
  readonly share: UnitShare | undefined
  /** Of the unit and the service. */
  readonly name: string
  readonly onOpen: () => void
}

function ShareCell({ share, name, onOpen }: ShareCellProps) {
  const { t, formats } = useWords()
  if (share === undefined || share.percent === null) return <td>–</td>
  if (isUnknown(share)) return <td>{t('states.unknown')}</td>
  return (
    <td>
      <button
        type="button"
        className="cell-door"
        aria-label={t('table.open_list', { name, text: formats.percent(share.percent) })}
        onClick={onOpen}
      >
        {formats.percent(share.percent)}
      </button>
      <span className="soft">
        {' '}
        {t('unit.of_count', { covered: formats.integer(share.covered), total: formats.integer(share.total) })}
      </span>
    </td>
  )
}
