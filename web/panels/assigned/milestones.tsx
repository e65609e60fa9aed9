/** When had the mast to stand and the service to be on air, when was it promised, when was it so? */
import type { AssignmentRecord } from '../../../core/api/assignments.ts'
import { useAssignedWords } from './use-assigned-words.ts'

export function Milestones({ record }: { readonly record: AssignmentRecord }) {
  const { p, formats } = useAssignedWords()
  const { progress } = record
  if (progress === null) return null
  const lines = [
    ['built', record.built_due_on, progress.built_promised_on, progress.built_on],
    ['on_air', record.due_on, progress.on_air_promised_on, progress.on_air_on],
  ] as const
  const toText = (day: string | null, none: string) => (day === null ? none : formats.date(day))
  return (
    <section>
      <h4>{p('opened.milestones')}</h4>
      <table className="assigned-milestones">
        <thead>
          <tr>
            {(['milestone', 'ordered', 'promised', 'real'] as const).map((column) => (
              <th scope="col" key={column}>
                {p(`opened.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(([name, ordered, promised, real]) => (
            <tr key={name}>
              <th scope="row">{p(`opened.${name}`)}</th>
              <td>{toText(ordered, p('opened.not_set'))}</td>
              <td>{toText(promised, p('opened.no_day'))}</td>
              <td>{toText(real, p('opened.no_day'))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
