/** Who has to bring service to a village, by which act, by when? */
import { plannedServices } from '../../core/coverage/states.ts'
import { useWords } from '../hooks/use-words.ts'
import type { VillageRecord } from '../../core/api/records.ts'
import { openingAssigned } from '../state/assigned-view.ts'
import { useApp } from '../state/store.ts'

function openAssigned(opened_id: number): void {
  useApp.setState({ page: 'assigned', assigned: { ...openingAssigned, opened_id } })
}

export function VillageAssignments({ assignments }: Pick<VillageRecord, 'assignments'>) {
  const { t, formats } = useWords()
  const carriers = useApp((state) => state.province?.carriers)
  if (assignments.length === 0) return null
  return (
    <section>
      <h3>{t('village.assigned')}</h3>
      <ul className="assignments">
        {assignments.map((assignment) => {
          const service = plannedServices.find((known) => known === assignment.service)
          return (
            <li key={`${assignment.act_code} ${assignment.row_no}`}>
              <p>
                {t('village.assigned_to', {
                  carrier:
                    carriers?.find(({ code }) => code === assignment.carrier_code)?.name ??
                    assignment.carrier_code,
                  service: service === undefined ? assignment.service : t(`services.${service}.name`),
                })}
              </p>
              <p className="soft">
                {assignment.due_on === null
                  ? t('village.no_due')
                  : t('village.due', { date: formats.date(assignment.due_on) })}
              </p>
              <p className="soft">
                {t('village.printed', {
                  village: assignment.village_printed,
                  commune: assignment.commune_printed,
                  row: String(assignment.row_no),
                })}
              </p>
              <p className="soft">{assignment.act_title}</p>
              <button type="button" className="text-button" onClick={() => openAssigned(assignment.id)}>
                {t('village.progress')}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
